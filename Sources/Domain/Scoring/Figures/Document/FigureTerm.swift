/// One input of a formula.
package struct FigureTerm: Hashable, Sendable {
    package let input: String
    package let times: Double
    /// Whether it is not the input but its change per week: (now − then) / (days between / 7), against the newest row
    /// that is at least one period older.
    package let perWeek: Bool

    package init(input: String, times: Double, perWeek: Bool = false) {
        self.input = input
        self.times = times
        self.perWeek = perWeek
    }
}

extension FigureTerm: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case input, times
        case perWeek = "per_week"
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.fields(CodingKeys.self)
        input = try fields.decode(String.self, forKey: .input)
        times = try fields.decode(Double.self, forKey: .times)
        perWeek = try fields.decodeIfPresent(Bool.self, forKey: .perWeek) ?? false
    }
}
