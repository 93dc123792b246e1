import Routes

/// A neighbouring page of a list.
package enum TrendsPlace: Hashable, Sendable {
    case first
    case cursor(String)
    /// So many rows from the start, for lists that do not move.
    case skip(Int)

    /// The list at this place.
    func query(_ query: TrendsQuery) -> TrendsQuery {
        switch self {
        case .first: query.at(cursor: nil)
        case .cursor(let text): query.at(cursor: text)
        case .skip(let rows): query.at(skip: rows)
        }
    }
}
