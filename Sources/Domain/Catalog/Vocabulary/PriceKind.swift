/// Who pays a price and for what, as the mapping file states it. Prices of different kinds are never compared.
package enum PriceKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// What a shop asks a person for one sales unit.
    case retail
    /// What a distributor asks a shop for one bottle, can or keg.
    case wholesaleBottle = "wholesale_bottle"
    /// What a distributor asks a shop for one whole case.
    case wholesaleCase = "wholesale_case"
    /// A price set by law or printed on the label.
    case maximumRetail = "maximum_retail"
    /// The book does not say.
    case unknown
}
