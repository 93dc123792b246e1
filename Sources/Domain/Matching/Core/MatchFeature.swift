/// One thing a decision rests on, in words a reviewer can read.
package struct MatchFeature: Hashable, Codable, Sendable {
    /// Short stable name, such as "gtin" or "size".
    package let name: String
    /// What was found, such as "05012345678900" or "750 ml on both sides".
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
