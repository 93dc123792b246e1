/// Scores a table by a profile. A value without state: the same table and day always give the same scores, whatever the
/// order of the rows.
package struct FigureScorer: Sendable {
    package let document: FigureDocument

    /// - Throws: `measured` for a profile whose values come from signals, `invalid` for one that is not sound.
    package init(_ document: FigureDocument) throws(FigureRefusal) {
        let problems = document.problems
        guard problems.isEmpty else { throw .invalid(problems) }
        guard !document.isMeasured else { throw .measured(name: document.name) }
        self.document = document
    }

    /// The scores on a day. Every subject counts with its newest row at or before the day; those that have none yet are
    /// left out. Momentum compares with the whole table as it was one period earlier, percentiles included.
    package func scores(_ table: FigureTable, asOf day: Int) -> FigureScores {
        let index = FigureIndex(table, inputs: document.inputs, season: document.season?.input)
        let reader = FigureReader(document: document, index: index)
        let before = Dictionary(
            reader.readings(asOf: day.less(document.periodDays)).map { ($0.subject, $0) },
            uniquingKeysWith: { first, _ in first })
        return FigureScores(
            profile: document.name, asOf: day,
            subjects: reader.readings(asOf: day).map { score($0, after: before[$0.subject]) },
            unusableValues: index.unusableValues, duplicateRows: index.duplicateRows)
    }

    private func score(_ reading: FigureReading, after previous: FigureReading?) -> FigureScore {
        let weighing = FigureWeighing(reading, by: document.components)
        let before = previous.flatMap { FigureWeighing($0, by: document.components).score }
        var momentum: Double?
        if let score = weighing.score, let before { momentum = score - before }
        let comparable = momentum != nil && previous.map(reading.measuresSame) == true
        return FigureScore(
            subject: reading.subject, category: reading.category, rowDay: reading.rowDay, score: weighing.score,
            tier: weighing.score.map { document.tiers.tier(score: $0, momentum: comparable ? momentum : nil) },
            momentum: momentum, momentumIsComparable: comparable, completeness: weighing.completeness,
            sharesMissingWeight: weighing.sharesMissingWeight, refusedFor: weighing.refusedFor,
            seasonFactor: reading.seasonFactor,
            seasonIsUnknown: document.season != nil && reading.seasonFactor == nil, components: weighing.components)
    }
}
