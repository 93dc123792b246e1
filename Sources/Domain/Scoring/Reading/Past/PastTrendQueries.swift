package import Catalog
package import Companies
import Foundation
import Postgres

/// Reads the list of trends of a past day: as it was published where it was, else as what is known now says it would have been.
package struct PastTrendQueries {
    private let transaction: CompanyTransaction

    package init(transaction: CompanyTransaction) {
        self.transaction = transaction
    }

    /// One page of it.
    ///
    /// - Parameter filter: by its offset; a place in another list is passed over. What is sorted by price comes by score: what a product
    ///   cost then is with the product.
    /// - Returns: nil where nothing was scored of any day up to it.
    package func list(_ filter: TrendFilter, on day: CalendarDay) async throws -> PastTrends? {
        let profile = try await ProfileQueries(transaction: transaction).profile()
        let last = try await transaction.fetch(
            Query<PastDayRow>(
                """
                SELECT as_of, scored_at FROM scorings WHERE company_id = \(transaction.company) AND as_of <= \(day)
                ORDER BY as_of DESC, turn DESC LIMIT 1
                """)
        ).first
        if let last {
            return try await page(filter, last.day, .published(at: last.at), published(last.day, profile))
        }
        let known = try await transaction.fetch(
            Query<SingleOptional<CalendarDay>>(
                """
                SELECT max(as_of) FROM trend_scores_history
                WHERE company_id = \(transaction.company) AND as_of <= \(day)
                """)
        ).first?.value
        guard let known else { return nil }
        return try await page(filter, known, .reconstructed, reconstructed(known, profile))
    }

    /// The last receipts of a day. A score from other components than one period before did not move.
    private func published(_ day: CalendarDay, _ profile: ScoreProfile) -> SQL {
        """
        SELECT r.product_company_id, r.product_id, r.score, r.tier,
            CASE WHEN (h.media IS NULL, h.retail IS NULL, h.price IS NULL, h.inventory IS NULL, h.search IS NULL)
                = (r.component_values[1] = 'NaN', r.component_values[2] = 'NaN', r.component_values[3] = 'NaN',
                    r.component_values[4] = 'NaN', r.component_values[5] = 'NaN') THEN r.momentum END AS momentum,
            r.completeness, r.component_values, ARRAY(SELECT DISTINCT unnest(r.source_ids)) AS source_ids
        FROM (
            SELECT DISTINCT ON (product_company_id, product_id) *
            FROM score_receipts WHERE company_id = \(transaction.company) AND as_of = \(day)
                AND turn IN (SELECT turn FROM scorings WHERE company_id = \(transaction.company) AND as_of = \(day))
            ORDER BY product_company_id, product_id, turn DESC) AS r
        LEFT JOIN trend_scores_history h ON h.company_id = r.company_id AND h.product_company_id = r.product_company_id
            AND h.product_id = r.product_id AND h.as_of = \(day.adding(days: -profile.periodDays))
        """
    }

    /// What the newest scoring says of the day, with the tier by the rules of now.
    private func reconstructed(_ day: CalendarDay, _ profile: ScoreProfile) -> SQL {
        let cut = profile.cutOffs
        let weights = profile.weights
        let band = max(cut.steadyBand, .leastNonzeroMagnitude)
        return """
            SELECT product_company_id, product_id, score,
                CASE WHEN score >= \(cut.viral) THEN 'viral' WHEN score >= \(cut.trending) THEN 'trending'
                    WHEN score >= \(cut.emerging) AND momentum >= \(band) THEN 'emerging'
                    WHEN score < \(cut.declining) AND momentum <= \(-band) THEN 'declining'
                    WHEN score IS NOT NULL THEN 'stable' END AS tier,
                momentum, completeness, component_values, source_ids
            FROM (
                SELECT h.product_company_id, h.product_id, h.score,
                    CASE WHEN (h.media IS NULL, h.retail IS NULL, h.price IS NULL, h.inventory IS NULL, h.search IS NULL)
                        = (b.media IS NULL, b.retail IS NULL, b.price IS NULL, b.inventory IS NULL, b.search IS NULL)
                        AND b.profile = h.profile THEN h.score - b.score END AS momentum,
                    (CASE WHEN h.media IS NULL THEN 0 ELSE \(weights.media) END)
                        + (CASE WHEN h.retail IS NULL THEN 0 ELSE \(weights.retail) END)
                        + (CASE WHEN h.price IS NULL THEN 0 ELSE \(weights.price) END)
                        + (CASE WHEN h.inventory IS NULL THEN 0 ELSE \(weights.inventory) END)
                        + (CASE WHEN h.search IS NULL THEN 0 ELSE \(weights.search) END) AS completeness,
                    ARRAY[coalesce(h.media, 'NaN'), coalesce(h.retail, 'NaN'), coalesce(h.price, 'NaN'),
                        coalesce(h.inventory, 'NaN'), coalesce(h.search, 'NaN')] AS component_values,
                    ARRAY(SELECT DISTINCT l.source_id FROM listings l
                        WHERE l.product_company_id = h.product_company_id AND l.product_id = h.product_id
                            AND l.first_seen <= \(day)) AS source_ids
                FROM trend_scores_history h
                LEFT JOIN trend_scores_history b ON b.company_id = h.company_id
                    AND b.product_company_id = h.product_company_id AND b.product_id = h.product_id
                    AND b.as_of = \(day.adding(days: -profile.periodDays))
                WHERE h.company_id = \(transaction.company) AND h.as_of = \(day)) AS known
            """
    }

    private func page(
        _ filter: TrendFilter, _ day: CalendarDay, _ origin: PastTrends.Origin, _ scores: SQL
    ) async throws -> PastTrends {
        let direction: SQL = filter.isDescending ? "DESC" : "ASC"
        let rows = try await transaction.fetch(
            Query<PastTrendRow>(
                """
                WITH scored AS (\(scores)),
                wanted AS (
                    SELECT count(*) OVER () AS total, s.*, p.name, coalesce(t.sort_name, lower(p.name)) AS sort_name,
                        b.name AS brand, p.category, p.volume_ml
                    FROM scored s
                    JOIN products p ON p.company_id = s.product_company_id AND p.product_id = s.product_id
                    LEFT JOIN brands b ON b.company_id = p.company_id AND b.brand_id = p.brand_id
                    LEFT JOIN trend_scores t ON t.company_id = \(transaction.company)
                        AND t.product_company_id = s.product_company_id AND t.product_id = s.product_id
                    \(narrowing(filter))),
                page AS (
                    SELECT * FROM wanted ORDER BY \(key(filter.sort)) \(direction), product_id \(direction)
                    LIMIT \(literal: filter.limit) OFFSET \(filter.offset))
                SELECT total, product_company_id, product_id, name, sort_name, brand, category, volume_ml, score, tier,
                    momentum, completeness, component_values, cardinality(source_ids)::bigint, ARRAY(
                        SELECT coalesce(h.score, 'NaN') FROM generate_series(0, 11) AS week (back)
                        LEFT JOIN trend_scores_history h ON h.company_id = \(transaction.company)
                            AND h.product_company_id = page.product_company_id AND h.product_id = page.product_id
                            AND h.as_of = \(day) - 7 * week.back
                        ORDER BY week.back DESC)
                FROM page ORDER BY \(key(filter.sort)) \(direction), product_id \(direction)
                """))
        if rows.isEmpty, filter.offset > 0 {
            var first = filter
            (first.offset, first.limit) = (0, 1)
            let list = try await page(first, day, origin, scores)
            return PastTrends(asOf: day, origin: origin, items: [], total: list.total)
        }
        return PastTrends(asOf: day, origin: origin, items: rows.map(\.item), total: rows.first?.total ?? 0)
    }

    private func key(_ sort: TrendFilter.Sort) -> SQL {
        switch sort {
        case .score, .price: "coalesce(score, -1)"
        case .momentum: "coalesce(momentum, -1000)"
        case .name: "sort_name"
        case .sources: "cardinality(source_ids)"
        }
    }

    private func narrowing(_ filter: TrendFilter) -> SQL {
        var conditions: [SQL] = []
        if let category = filter.category {
            conditions.append(
                "(p.category = \(category) OR (p.category > \(category + ".") AND p.category < \(category + "/")))")
        }
        if let tier = filter.tier { conditions.append("s.tier = \(tier.rawValue)") }
        if let source = filter.source {
            conditions.append(
                "EXISTS (SELECT FROM sources f WHERE f.source_id = ANY (s.source_ids) AND f.slug = \(source))")
        }
        if filter.minimumSources > 1 { conditions.append("cardinality(s.source_ids) >= \(filter.minimumSources)") }
        return conditions.isEmpty ? "" : "WHERE \(SQL.joined(conditions, separator: " AND "))"
    }
}
