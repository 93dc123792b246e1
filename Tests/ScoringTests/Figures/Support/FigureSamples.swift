import Foundation
import Scoring

/// Small documents and rows.
enum FigureSamples {
    static let tiers = FigureTiers(viral: 90, trending: 75, emerging: 55, declining: 35, steadyBand: 1)

    static func document(
        name: String = "sample-v1", title: String = "Sample", source: String = "These tests", periodDays: Int = 7,
        inputs: [FigureInput]? = nil, components: [FigureComponent], season: FigureSeason? = nil,
        tiers: FigureTiers = tiers
    ) -> FigureDocument {
        let used = components.flatMap { $0.formula?.terms.map(\.input) ?? [] } + [season?.input].compactMap(\.self)
        return FigureDocument(
            name: name, title: title, source: source, periodDays: periodDays,
            inputs: inputs ?? Set(used).sorted().map { input($0) }, components: components, season: season,
            tiers: tiers)
    }

    static func input(_ name: String, title: String = "Input", from low: Double? = nil, to high: Double? = nil)
        -> FigureInput
    {
        FigureInput(name: name, title: title, unit: "pieces", atLeast: low, atMost: high)
    }

    /// A component of one input; of `terms` if they are given.
    static func component(
        _ name: String, title: String = "Component", summary: String = "What it tells.",
        direction: ScoreDirection = .higherIsBetter, of input: String = "a", perWeek: Bool = false,
        terms: [FigureTerm]? = nil, plus: Double = 0, normaliser: FigureNormaliser = .clamp, weight: Double = 1,
        seasonal: Bool = false, missing: FigureMissingRule = .share
    ) -> FigureComponent {
        FigureComponent(
            name: name, title: title, summary: summary, direction: direction,
            formula: FigureFormula(
                terms: terms ?? [FigureTerm(input: input, times: 1, perWeek: perWeek)], plus: plus),
            normaliser: normaliser, weight: weight, seasonal: seasonal, missing: missing)
    }

    static func measured(
        _ measure: ScoreComponent, normaliser: FigureNormaliser = .clamp, weight: Double = 1, seasonal: Bool = false
    ) -> FigureComponent {
        FigureComponent(
            name: measure.rawValue, title: "Measure", summary: "What it tells.", direction: .higherIsBetter,
            measure: measure, normaliser: normaliser, weight: weight, seasonal: seasonal, missing: .share)
    }

    static func row(_ subject: String, day: Int = 0, _ values: [String: Double]) -> FigureRow {
        row(subject, nil, day: day, values)
    }

    static func row(_ subject: String, _ category: String?, day: Int = 0, _ values: [String: Double])
        -> FigureRow
    {
        FigureRow(subject: subject, category: category, day: day, values: values)
    }
}

extension FigureDocument {
    /// The scores of some rows.
    func scores(_ rows: [FigureRow], asOf day: Int = 0) throws -> FigureScores {
        try FigureScorer(self).scores(FigureTable(rows: rows), asOf: day)
    }
}

extension FigureScores {
    subscript(subject: String) -> FigureScore? { subjects.first { $0.subject == subject } }
}

extension FigureScore {
    subscript(component: String) -> FigureComponentScore? { components.first { $0.name == component } }

    /// The normalised value of a component; nil when it is missing.
    func value(_ component: String) -> Double? { self[component]?.outcome.measurement?.value }
}

/// Whether a number is there and is another one but for rounding.
func isNear(_ number: Double?, _ other: Double) -> Bool {
    number.map { abs($0 - other) < 1e-9 } ?? false
}
