/// What the trends table is sorted by.
package enum TrendSort: String, CaseIterable, Sendable {
    case score, momentum, name, price, sources

    /// The direction a first click gives: best first for numbers where more is better, A–Z and cheapest first else.
    package var naturalOrder: SortOrder {
        switch self {
        case .score, .momentum, .sources: .descending
        case .name, .price: .ascending
        }
    }
}
