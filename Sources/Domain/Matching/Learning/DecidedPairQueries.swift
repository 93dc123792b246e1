import Catalog
import Companies
import Foundation
import Postgres

/// Pairs of a company that reviewers decided.
struct DecidedPairQueries {
    let transaction: CompanyTransaction

    /// Those that are the same or not, in a fixed order.
    func decided() async throws -> [DecidedPairRow] {
        try await transaction.fetch(
            Query<DecidedPairRow>(
                """
                SELECT r.review_id, r.outcome = 'same', r.listing_id, coalesce(l.title, l.name), concat_ws(' ', l.brand, l.producer),
                    l.country, l.category, l.volume_ml, l.strength_bp, l.vintage, l.age_years, l.pack_units, r.product_id,
                    p.name, coalesce(b.name, ''), p.country, p.category, p.volume_ml, p.strength_bp, p.vintage, p.age_years,
                    p.pack_units
                FROM review_pairs r
                JOIN listings l ON l.company_id = r.company_id AND l.listing_id = r.listing_id
                JOIN products p ON p.company_id = r.product_company_id AND p.product_id = r.product_id
                LEFT JOIN brands b ON b.company_id = p.company_id AND b.brand_id = p.brand_id
                WHERE r.company_id = \(transaction.company) AND r.state IN ('answered', 'settled')
                    AND r.outcome IN ('same', 'different', 'new')
                ORDER BY r.review_id
                """))
    }
}
