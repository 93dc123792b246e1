extension TrendsQuery {
    /// The names of the query items, in canonical order; the filter form's fields have the same names.
    package enum Item: String, CaseIterable, Sendable {
        case sort, order, category, tier, source
        case minimumSources = "min_sources"
        case on
        case cursor
        case skip
        case pageSize = "limit"
    }

    /// The items that differ from the defaults, in canonical order, not encoded.
    package var items: [(name: Item, value: String)] {
        Item.allCases.compactMap { item in
            value(of: item).map { (item, $0) }
        }
    }

    /// `?name=value&…` in canonical order, encoded, or nothing if all is default.
    package var suffix: String {
        let pairs = items.map { "\($0.name.rawValue)=\(PercentEncoding.encode($0.value))" }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    private func value(of item: Item) -> String? {
        switch item {
        case .sort: sort == .score ? nil : sort.rawValue
        case .order: order == sort.naturalOrder ? nil : order.rawValue
        case .category: category
        case .tier: tier?.rawValue
        case .source: source
        case .minimumSources: minimumSources == 1 ? nil : String(minimumSources)
        case .on: on
        case .cursor: cursor
        case .skip: skip == 0 ? nil : String(skip)
        case .pageSize: pageSize == Self.defaultPageSize ? nil : String(pageSize)
        }
    }
}
