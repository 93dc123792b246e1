/// A neighbouring page of a list that is paged by key.
package enum TrendsPlace: Hashable, Sendable {
    case first
    case cursor(String)

    var cursor: String? {
        if case .cursor(let text) = self { text } else { nil }
    }
}
