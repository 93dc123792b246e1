/// Measures every subject of a table on a day.
struct FigureReader {
    let document: FigureDocument
    let index: FigureIndex

    /// The readings of everyone with a row at or before the day, in the order of their names.
    func readings(asOf day: Int) -> [FigureReading] {
        let places = Dictionary(
            document.inputs.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
        var readings = index.subjects.compactMap { subject in
            subject.history.newest(atOrBefore: day).map { row in
                let sum = FigureSum(
                    now: row, history: subject.history, places: places, periodDays: document.periodDays)
                return reading(of: subject.name, sum)
            }
        }
        for (place, component) in document.components.enumerated() {
            FigureRanking(component, at: place, in: readings).apply(to: &readings)
        }
        return readings
    }

    /// The figures of one subject, with nothing ranked yet.
    private func reading(of subject: String, _ sum: FigureSum) -> FigureReading {
        let factor = seasonFactor(sum)
        return FigureReading(
            subject: subject, category: sum.now.category, rowDay: sum.now.day, seasonFactor: factor,
            isAdjusted: factor != nil && document.components.contains(where: \.seasonal),
            outcomes: document.components.map { component in
                guard let formula = component.formula else { return .missing(.noFormula) }
                switch sum.figure(formula) {
                case .failure(let gap): return .missing(gap.reason)
                case .success(let figure):
                    let adjusted = component.seasonal ? figure / (factor ?? 1) : figure
                    guard adjusted.isFinite else { return .missing(.tooLarge) }
                    let value = component.direction.turned(min(100, max(0, adjusted)))
                    return .measured(
                        FigureMeasurement(figure: figure, adjusted: adjusted, value: value, peers: nil))
                }
            })
    }

    private func seasonFactor(_ sum: FigureSum) -> Double? {
        guard let season = document.season else { return nil }
        let formula = FigureFormula(terms: [FigureTerm(input: season.input, times: 1)], plus: 0)
        return try? sum.figure(formula).get()
    }
}
