/// A score profile as data: which figures count, how they become components of 0–100, and how those become a score and a
/// tier. A value of this type may still be wrong; `problems` tells all that is, and `read` gives only sound ones.
///
/// A document has either formulas over the figures of a table or measures of the program's own, never both.
package struct FigureDocument: Hashable, Sendable {
    /// Letters, digits and dashes with the version at its end, such as "pod-v1". Stored with every score, so that scores
    /// of different profiles are never compared.
    package let name: String
    package let title: String
    /// Where the formulas come from.
    package let source: String
    /// Length of one period in days, 1–366; momentum is the score now less the score one period ago.
    package let periodDays: Int
    /// The columns of the table that the formulas use.
    package let inputs: [FigureInput]
    package let components: [FigureComponent]
    /// Nil for a profile without seasonal adjustment.
    package let season: FigureSeason?
    package let tiers: FigureTiers

    package init(
        name: String, title: String, source: String, periodDays: Int, inputs: [FigureInput],
        components: [FigureComponent], season: FigureSeason?, tiers: FigureTiers
    ) {
        self.name = name
        self.title = title
        self.source = source
        self.periodDays = periodDays
        self.inputs = inputs
        self.components = components
        self.season = season
        self.tiers = tiers
    }

    /// Whether some component is measured from signals by the program and not from a table.
    package var isMeasured: Bool { components.contains { $0.measure != nil } }
}

extension FigureDocument: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, title, source
        case periodDays = "period_days"
        case inputs, components, season, tiers
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.fields(CodingKeys.self)
        name = try fields.decode(String.self, forKey: .name)
        title = try fields.decode(String.self, forKey: .title)
        source = try fields.decode(String.self, forKey: .source)
        periodDays = try fields.whole(forKey: .periodDays)
        inputs = try fields.decode([FigureInput].self, forKey: .inputs)
        components = try fields.decode([FigureComponent].self, forKey: .components)
        season = try fields.decodeIfPresent(FigureSeason.self, forKey: .season)
        tiers = try fields.decode(FigureTiers.self, forKey: .tiers)
    }
}
