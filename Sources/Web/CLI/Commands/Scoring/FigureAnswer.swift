import Scoring

/// Scores of a table for programs. Scores, values and points are 0–100, weights 0–1, days `2026-11-30`.
struct FigureAnswer: Encodable {
    struct Subject: Encodable {
        let subject: String
        let category: String?
        let day: String
        let score: Double?
        let tier: String?
        let momentum: Double?
        let momentumIsComparable: Bool
        let completeness: Double
        let seasonFactor: Double?
        let components: [Component]
        let notes: [String]
    }

    struct Component: Encodable {
        let component: String
        /// What the formula gives, before season and normalising.
        let figure: Double?
        let value: Double?
        let weight: Double
        let appliedWeight: Double
        let points: Double
    }

    let profile: String
    let asOf: String
    let subjects: [Subject]
    let unusableValues: [String: Int]
    let duplicateRows: Int

    init(_ scores: FigureScores, _ document: FigureDocument) {
        profile = scores.profile
        asOf = FigureTableReading.day(scores.asOf)
        unusableValues = scores.unusableValues
        duplicateRows = scores.duplicateRows
        subjects = ScoreFigures.ranked(scores).map { score in
            Subject(
                subject: score.subject, category: score.category, day: FigureTableReading.day(score.rowDay),
                score: score.score, tier: score.tier?.rawValue, momentum: score.momentum,
                momentumIsComparable: score.momentumIsComparable, completeness: score.completeness,
                seasonFactor: score.seasonFactor,
                components: score.components.map {
                    Component(
                        component: $0.name, figure: $0.outcome.measurement?.figure,
                        value: $0.outcome.measurement?.value, weight: $0.weight, appliedWeight: $0.appliedWeight,
                        points: $0.points)
                }, notes: ScoreFigures.notes(score, document))
        }
    }
}
