/// One of the five parts of a trend score.
package enum ScoreComponent: String, CaseIterable, Codable, Sendable {
    case media, retail, price, inventory, search

    /// Which way is better. Every component of the first profile is stored so that more is better; a component whose
    /// raw measure is worse when larger must be turned round before it is stored, never at display.
    package var direction: ScoreDirection { .higherIsBetter }

    /// Its place in lists of all components, from 0.
    package var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// The component's name as the first word of a sentence.
    package var title: String {
        switch self {
        case .media: "Media"
        case .retail: "Retail"
        case .price: "Price"
        case .inventory: "Inventory"
        case .search: "Search"
        }
    }
}
