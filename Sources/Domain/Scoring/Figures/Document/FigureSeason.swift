/// Where the season's factor comes from.
package struct FigureSeason: Hashable, Sendable {
    /// An input that tells how this time of year compares with the year's mean: 1 is as ever. Only above 0 is it usable.
    package let input: String

    package init(input: String) {
        self.input = input
    }
}

extension FigureSeason: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case input
    }

    package init(from decoder: any Decoder) throws {
        input = try decoder.fields(CodingKeys.self).decode(String.self, forKey: .input)
    }
}
