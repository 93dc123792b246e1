/// Whose price a listing states. Prices are only ever compared within one listing, so the kind is for the receipt.
package enum PriceKind: String, Codable, Sendable {
    case retail, wholesale, unknown
}
