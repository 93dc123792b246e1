/// Which trends are wanted, in which order.
package struct TrendFilter: Sendable {
    package enum Sort: String, Sendable { case score, momentum, name, price, sources }

    package var sort: Sort
    package var isDescending: Bool
    package var category: String?
    package var tier: TrendTier?
    package var source: String?
    package var minimumSources: Int
    /// 1 or more.
    package var limit: Int
    /// Rows passed over from the start; only without a place.
    package var offset: Int
    package var place: TrendPlace?

    package init(
        sort: Sort = .score, isDescending: Bool = true, category: String? = nil, tier: TrendTier? = nil,
        source: String? = nil, minimumSources: Int = 1, limit: Int = 50, offset: Int = 0,
        place: TrendPlace? = nil
    ) {
        self.sort = sort
        self.isDescending = isDescending
        self.category = category
        self.tier = tier
        self.source = source
        self.minimumSources = minimumSources
        self.limit = max(1, limit)
        self.offset = place == nil ? max(0, offset) : 0
        self.place = place
    }

    /// Whether anything narrows the list.
    package var isNarrowed: Bool { category != nil || tier != nil || source != nil || minimumSources > 1 }
}
