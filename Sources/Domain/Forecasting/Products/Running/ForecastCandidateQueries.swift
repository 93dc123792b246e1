import Catalog
import Companies
import Foundation
package import Postgres

/// Which products there are to forecast.
struct ForecastCandidateQueries {
    let transaction: CompanyTransaction

    /// - Parameter top: so many of the highest scores; nil for all.
    func candidates(top: Int?) async throws -> [ForecastCandidate] {
        let limit: SQL = top.map { "LIMIT \($0)" } ?? ""
        return try await transaction.fetch(
            Query<ForecastCandidate>(
                """
                SELECT t.product_company_id, t.product_id, t.category, t.score, t.best_listing_id, t.last_seen, s.seen_through,
                    s.looked_at
                FROM (SELECT * FROM trend_scores ORDER BY coalesce(score, -1) DESC, product_id \(limit)) AS t
                LEFT JOIN (
                    SELECT product_company_id, product_id, min(seen_through) AS seen_through, min(looked_at) AS looked_at
                    FROM forecast_states GROUP BY product_company_id, product_id
                ) AS s ON s.product_company_id = t.product_company_id AND s.product_id = t.product_id
                """))
    }

    /// The day of the newest evidence; nil without any.
    func newestDay() async throws -> CalendarDay? {
        try await transaction.fetch(
            Query<SingleOptional<CalendarDay>>("SELECT greatest(max(last_seen), max(as_of)) FROM trend_scores")
        ).first?.value
    }
}

extension ForecastCandidate: RowDecodable {
    package init(row: inout RowReader) throws {
        product = ForecastedProduct(owner: try row.next(), id: try row.next())
        category = try row.nextOptional()
        score = try row.nextOptional()
        listing = try row.nextOptional()
        lastSeen = try row.next()
        seenThrough = try row.nextOptional()
        lookedAt = try row.nextOptional()
    }
}
