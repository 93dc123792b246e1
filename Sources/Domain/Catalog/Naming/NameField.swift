/// A field of a name that may be left open.
package enum NameField: String, Codable, Sendable, CaseIterable {
    case size
    /// Inner packs per case.
    case packs
    /// Units per inner pack.
    case perPack = "per_pack"
    /// Units per case.
    case units
    case strength
    case vintage
    case beverageClass = "class"
}
