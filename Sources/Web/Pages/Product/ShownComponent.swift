/// A component of a trend score. The raw values are those of the score.
package enum ShownComponent: String, CaseIterable, Sendable {
    case media, retail, price, inventory, search

    func word(_ text: InterfaceText) -> String {
        switch self {
        case .media: text[.componentMedia]
        case .retail: text[.componentRetail]
        case .price: text[.componentPrice]
        case .inventory: text[.componentInventory]
        case .search: text[.componentSearch]
        }
    }
}
