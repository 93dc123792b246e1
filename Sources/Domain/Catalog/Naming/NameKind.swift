/// What sort of line a name is.
package enum NameKind: String, Codable, Sendable {
    case product
    /// Several products under one name: never matched to either of them.
    case bundle
    /// A fee, a deposit, a heading: not something sold.
    case nonProduct = "non_product"
}
