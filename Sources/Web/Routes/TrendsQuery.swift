/// The state of the trends list that lives in its URL: sorting, filters and place.
///
/// ``suffix`` writes it in one canonical order and leaves defaults out, so equal states have equal URLs (and one cache
/// entry). ``read(queryText:)`` is its inverse.
package struct TrendsQuery: Hashable, Sendable {
    /// What to sort by. Default: score.
    package var sort: TrendSort
    /// The direction. Default: the sort's natural one.
    package var order: SortOrder
    /// Only this category code, for example `spirits.whisky`.
    package var category: String?
    /// Only this tier.
    package var tier: TrendTier?
    /// Only products listed by the source with this slug.
    package var source: String?
    /// Only products listed by at least this many sources, 1...99. Default: 1.
    package var minimumSources: Int
    /// The past day the list is of, ISO 8601 (`2026-11-30`); nil for the newest list.
    package var on: String?
    /// Where the page starts: opaque, made by the server; nil is the first page.
    package var cursor: String?
    /// Rows to pass over, counted from the start; only without a cursor. For programs that page by number.
    package var skip: Int
    /// Rows per page, 10...200. Default: 50.
    package var pageSize: Int

    package static let defaultPageSize = 50
    package static let pageSizes = 10...200
    package static let sourceCounts = 1...99
    package static let skips = 0...100_000

    /// A query with the given parts; numbers outside their range are moved to its nearest end.
    package init(
        sort: TrendSort = .score, order: SortOrder? = nil, category: String? = nil, tier: TrendTier? = nil,
        source: String? = nil, minimumSources: Int = 1, on: String? = nil, cursor: String? = nil,
        skip: Int = 0, pageSize: Int = defaultPageSize
    ) {
        self.sort = sort
        self.order = order ?? sort.naturalOrder
        self.category = category
        self.tier = tier
        self.source = source
        self.minimumSources = min(max(minimumSources, Self.sourceCounts.lowerBound), Self.sourceCounts.upperBound)
        self.on = on
        self.cursor = cursor
        self.skip = min(max(skip, Self.skips.lowerBound), Self.skips.upperBound)
        self.pageSize = min(max(pageSize, Self.pageSizes.lowerBound), Self.pageSizes.upperBound)
    }

    /// Whether anything narrows the list (sorting, place and page size do not).
    package var isFiltered: Bool {
        category != nil || tier != nil || source != nil || minimumSources > 1
    }

    /// The same filters sorted by another column: its natural order first, the other one when it is already sorted by it.
    package func sorted(by column: TrendSort) -> TrendsQuery {
        var query = self
        query.order = column == sort ? order.reversed : column.naturalOrder
        query.sort = column
        query.cursor = nil
        query.skip = 0
        return query
    }

    /// The same list at another place.
    package func at(cursor: String?) -> TrendsQuery {
        var query = self
        query.cursor = cursor
        query.skip = 0
        return query
    }

    /// The same list from a number of rows on.
    package func at(skip: Int) -> TrendsQuery {
        var query = at(cursor: nil)
        query.skip = min(max(skip, Self.skips.lowerBound), Self.skips.upperBound)
        return query
    }

    /// The same list of another day; nil for the newest.
    package func on(_ day: String?) -> TrendsQuery {
        var query = at(cursor: nil)
        query.on = day
        return query
    }

    /// The same day, sorting and page size without filters.
    package var unfiltered: TrendsQuery {
        TrendsQuery(sort: sort, order: order, on: on, pageSize: pageSize)
    }
}
