/// The rule by which a listing was recognised.
package enum MatchRule: String, Codable, Sendable, CaseIterable {
    /// A valid GTIN is on both sides and nothing contradicts it.
    case gtin
    /// The names agree and the size is known and equal.
    case nameAndSize = "name_and_size"
    /// As probable as labels have shown to be enough, by what was learned from them.
    case model
    /// A judge called them the same, as sure as people who did not know it have shown to be enough.
    case judge
}
