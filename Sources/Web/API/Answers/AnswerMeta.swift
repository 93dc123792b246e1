package import Catalog
package import Routes

/// What an answer says about itself, the same members in every one.
package struct AnswerMeta: Hashable, Sendable {
    /// How many there are on all pages.
    package var total: Int
    /// The number of this page, from 1.
    package var page: Int
    /// The most there can be on a page; nil where there are no pages.
    package var limit: Int?
    /// Whether there is more than this answer holds.
    package var hasMore: Bool
    /// The cursor of the next page; nil on the last.
    package var next: String?
    /// The cursor of the page before; nil on the first.
    package var previous: String?
    /// The day the data is of; nil before the first.
    package var asOf: CalendarDay?
    /// Parameters that had no effect.
    package var ignored: [IgnoredParameter]

    /// - Parameters: see the members; everything but `total` has the value of an answer about one thing.
    package init(
        total: Int, page: Int = 1, limit: Int? = nil, hasMore: Bool = false, next: String? = nil,
        previous: String? = nil, asOf: CalendarDay? = nil, ignored: [IgnoredParameter] = []
    ) {
        self.total = total
        self.page = page
        self.limit = limit
        self.hasMore = hasMore
        self.next = next
        self.previous = previous
        self.asOf = asOf
        self.ignored = ignored
    }

    /// The number of the page that has the row at `position`.
    /// - Parameters:
    ///   - position: from 1; anything less counts as the first.
    ///   - limit: rows per page, 1 or more.
    package static func page(ofPosition position: Int, limit: Int) -> Int {
        (max(1, position) - 1) / max(1, limit) + 1
    }
}
