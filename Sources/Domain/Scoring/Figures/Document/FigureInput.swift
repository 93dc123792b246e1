/// A column of the table.
package struct FigureInput: Hashable, Sendable {
    package let name: String
    package let title: String
    /// The unit in words, such as "reviews"; empty for a bare number.
    package let unit: String
    /// Smaller values count as missing; nil for no bound.
    package let atLeast: Double?
    /// Larger values count as missing; nil for no bound.
    package let atMost: Double?

    package init(name: String, title: String, unit: String, atLeast: Double? = nil, atMost: Double? = nil) {
        self.name = name
        self.title = title
        self.unit = unit
        self.atLeast = atLeast
        self.atMost = atMost
    }

    /// Whether the value is finite and within the bounds.
    func accepts(_ value: Double) -> Bool {
        value.isFinite && value >= atLeast ?? -.infinity && value <= atMost ?? .infinity
    }
}

extension FigureInput: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, title, unit
        case atLeast = "at_least"
        case atMost = "at_most"
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.fields(CodingKeys.self)
        name = try fields.decode(String.self, forKey: .name)
        title = try fields.decode(String.self, forKey: .title)
        unit = try fields.decode(String.self, forKey: .unit)
        atLeast = try fields.decodeIfPresent(Double.self, forKey: .atLeast)
        atMost = try fields.decodeIfPresent(Double.self, forKey: .atMost)
    }
}
