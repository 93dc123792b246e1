package import Foundation
package import Postgres

/// A product whose score moved, with the component that moved most.
package struct ScoreMover: Sendable, RowDecodable {
    package let product: UUID
    package let name: String
    package let volume: Int?
    package let score: Double
    package let tier: TrendTier?
    package let momentum: Double
    /// Points of change of each measured component against a week earlier.
    package let retailChange: Double?
    package let priceChange: Double?
    package let inventoryChange: Double?
    package let mediaChange: Double?
    package let searchChange: Double?

    package init(row: inout RowReader) throws {
        product = try row.next()
        name = try row.next()
        volume = try row.nextOptional()
        score = try row.next()
        let word: String? = try row.nextOptional()
        tier = word.flatMap(TrendTier.init(rawValue:))
        momentum = try row.next()
        retailChange = try row.nextOptional()
        priceChange = try row.nextOptional()
        inventoryChange = try row.nextOptional()
        mediaChange = try row.nextOptional()
        searchChange = try row.nextOptional()
    }

    /// The largest rises and falls among products measured from the same components as a week before: news of a
    /// component is no movement. Every score is of the summary's day, and a day that is found first can be looked up.
    package static func largest(_ count: Int) -> Query<ScoreMover> {
        Query(
            """
            WITH moved AS (
                (SELECT * FROM trend_scores WHERE momentum_key > 0
                    ORDER BY momentum_key DESC, product_id DESC LIMIT \(literal: count * 6))
                UNION ALL
                (SELECT * FROM trend_scores WHERE momentum_key > -1000 AND momentum_key < 0
                    ORDER BY momentum_key, product_id LIMIT \(literal: count * 6)))
            SELECT m.product_id, m.product_name, m.volume_ml, m.score, m.tier, m.momentum, m.retail - h.retail,
                m.price - h.price, m.inventory - h.inventory, m.media - h.media, m.search - h.search
            FROM moved m JOIN trend_scores_history h ON h.company_id = m.company_id
                AND h.product_company_id = m.product_company_id AND h.product_id = m.product_id
                AND h.as_of = (SELECT as_of - 7 FROM company_summaries)
            WHERE m.score IS NOT NULL AND (m.retail IS NULL, m.price IS NULL, m.inventory IS NULL, m.media IS NULL, m.search IS NULL)
                = (h.retail IS NULL, h.price IS NULL, h.inventory IS NULL, h.media IS NULL, h.search IS NULL)
            ORDER BY abs(m.momentum) DESC, m.product_id LIMIT \(literal: count)
            """)
    }
}
