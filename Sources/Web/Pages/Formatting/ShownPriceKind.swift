/// Who pays a price and for what, in words. The raw values are those of the catalogue.
package enum ShownPriceKind: String, CaseIterable, Sendable {
    case retail
    case wholesaleBottle = "wholesale_bottle"
    case wholesaleCase = "wholesale_case"
    case maximumRetail = "maximum_retail"
    case unknown

    /// "retail", "wholesale, per case".
    func words(_ text: InterfaceText) -> String {
        switch self {
        case .retail: text[.kindRetail]
        case .wholesaleBottle: text[.kindWholesaleBottle]
        case .wholesaleCase: text[.kindWholesaleCase]
        case .maximumRetail: text[.kindMaximumRetail]
        case .unknown: text[.kindUnknown]
        }
    }
}
