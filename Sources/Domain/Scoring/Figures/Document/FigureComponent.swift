/// One part of a score. A sound component has either a formula or a measure.
package struct FigureComponent: Hashable, Sendable {
    package let name: String
    package let title: String
    /// What the component tells, in a sentence or two.
    package let summary: String
    package let direction: ScoreDirection
    /// How the figure is made from a table.
    package let formula: FigureFormula?
    /// Which of the program's own measures gives the value.
    package let measure: ScoreComponent?
    package let normaliser: FigureNormaliser
    /// The share of the score, 0–1.
    package let weight: Double
    /// Whether the figure is divided by the season's factor before it is normalised.
    package let seasonal: Bool
    package let missing: FigureMissingRule

    package init(
        name: String, title: String, summary: String, direction: ScoreDirection, formula: FigureFormula? = nil,
        measure: ScoreComponent? = nil, normaliser: FigureNormaliser, weight: Double, seasonal: Bool,
        missing: FigureMissingRule
    ) {
        self.name = name
        self.title = title
        self.summary = summary
        self.direction = direction
        self.formula = formula
        self.measure = measure
        self.normaliser = normaliser
        self.weight = weight
        self.seasonal = seasonal
        self.missing = missing
    }
}

extension FigureComponent: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, title, summary, direction, formula, measure, normaliser, weight, seasonal, missing
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.fields(CodingKeys.self)
        name = try fields.decode(String.self, forKey: .name)
        title = try fields.decode(String.self, forKey: .title)
        summary = try fields.decode(String.self, forKey: .summary)
        direction = try fields.word(ScoreDirection.self, forKey: .direction)
        formula = try fields.decodeIfPresent(FigureFormula.self, forKey: .formula)
        let hasMeasure = try fields.contains(.measure) && !fields.decodeNil(forKey: .measure)
        measure = hasMeasure ? try fields.word(ScoreComponent.self, forKey: .measure) : nil
        normaliser = try fields.decode(FigureNormaliser.self, forKey: .normaliser)
        weight = try fields.decode(Double.self, forKey: .weight)
        seasonal = try fields.decode(Bool.self, forKey: .seasonal)
        missing = try fields.word(FigureMissingRule.self, forKey: .missing)
    }
}
