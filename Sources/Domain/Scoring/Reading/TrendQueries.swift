package import Postgres

/// Reads trend scores. Which company's is decided by the scope the queries run in.
package enum TrendQueries {
    /// One page, in order; a page that ends before a place comes in reverse. One row more than the limit tells whether
    /// the list goes on.
    package static func page(_ filter: TrendFilter) -> Query<TrendItem> {
        let isBackwards = filter.place?.isBefore ?? false
        let descends = filter.isDescending != isBackwards
        let direction = descends ? "DESC" : "ASC"
        let keys = sortKeys(filter.sort)
        let order = (keys + ["product_id"]).map { "\($0) \(direction)" }.joined(separator: ", ")
        var conditions = narrowing(filter)
        if let place = filter.place, let values = values(of: place, for: filter.sort) {
            let columns = (keys + ["product_id"]).joined(separator: ", ")
            conditions.append(
                "(\(unsafe: columns)) \(unsafe: descends ? "<" : ">") (\(values), \(place.product))")
        }
        return Query(
            """
            SELECT product_company_id, product_id, product_name, sort_name, brand_name, category, volume_ml, score, tier,
                momentum, retail, price, inventory, media, search, completeness, sources, best_price_minor, best_currency,
                best_price_kind, weekly_scores
            FROM trend_scores \(whereClause(conditions))
            ORDER BY \(unsafe: order) LIMIT \(literal: filter.limit + 1)\(offset(filter))
            """)
    }

    private static func offset(_ filter: TrendFilter) -> SQL { filter.offset > 0 ? " OFFSET \(filter.offset)" : "" }

    /// How many products match the filter.
    package static func count(_ filter: TrendFilter) -> Query<Single<Int>> {
        guard filter.isNarrowed else {
            return Query("SELECT coalesce(max(products), 0)::bigint FROM company_summaries")
        }
        let source = filter.source ?? ""
        let conditions: [SQL] = ["source_slug = \(source)"] + common(filter)
        return Query("SELECT coalesce(sum(products), 0)::bigint FROM trend_counts \(whereClause(conditions))")
    }

    private static func whereClause(_ conditions: [SQL]) -> SQL {
        conditions.isEmpty ? "" : "WHERE \(SQL.joined(conditions, separator: " AND "))"
    }

    private static func narrowing(_ filter: TrendFilter) -> [SQL] {
        guard let source = filter.source else { return common(filter) }
        // A source nobody has ends the search before it begins.
        return common(filter) + [
            "\(source) = ANY (source_slugs)", "EXISTS (SELECT FROM trend_counts WHERE source_slug = \(source))",
        ]
    }

    /// Conditions on columns that scores and their counts both have.
    private static func common(_ filter: TrendFilter) -> [SQL] {
        var conditions: [SQL] = []
        if let category = filter.category {
            // A category and everything below it; "/" follows "." in ASCII.
            conditions.append(
                "(category = \(category) OR (category > \(category + ".") AND category < \(category + "/")))")
        }
        if let tier = filter.tier { conditions.append("tier = \(tier.rawValue)") }
        if filter.minimumSources > 1 { conditions.append("sources >= \(filter.minimumSources)") }
        return conditions
    }

    /// Columns made for sorting, without NULL. Not expressions: row-level security lets only plain columns begin an index
    /// search in the middle of a list.
    private static func sortKeys(_ sort: TrendFilter.Sort) -> [String] {
        switch sort {
        case .score: ["score_key"]
        case .momentum: ["momentum_key"]
        case .name: ["sort_name"]
        case .sources: ["sources"]
        case .price: ["currency_key", "price_key"]
        }
    }

    /// The place's key as SQL, if it belongs to this order; a place of another order means the first page.
    private static func values(of place: TrendPlace, for sort: TrendFilter.Sort) -> SQL? {
        switch (place.key, sort) {
        case (.number(let value), .score), (.number(let value), .momentum): "\(value)"
        case (.text(let value), .name): "\(value)"
        case (.count(let value), .sources): "\(value)"
        case (.price(let currency, let minor), .price): "\(currency), \(minor)"
        default: nil
        }
    }
}
