/// The direction of a sorted list, with its spelling in a URL.
package enum SortOrder: String, CaseIterable, Sendable {
    case ascending = "asc"
    case descending = "desc"

    /// The other direction.
    package var reversed: SortOrder {
        switch self {
        case .ascending: .descending
        case .descending: .ascending
        }
    }
}
