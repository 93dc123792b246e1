package import Companies
package import Foundation
import Postgres

/// Open pairs in the ambiguous middle, and what a judge said of them.
package struct ReviewJudgingQueries: Sendable {
    /// Outside of these what was learned tells enough.
    static let middle = 0.15...0.85
    /// What a judge's word begins with among the reasons.
    static let mark = "judge: "

    private let transaction: CompanyTransaction

    package init(transaction: CompanyTransaction) { self.transaction = transaction }

    /// Those nobody has answered and no judge has spoken of, the most valuable first.
    package func ambiguous(limit: Int) async throws -> [AmbiguousReviewRow] {
        try await transaction.fetch(
            Query<AmbiguousReviewRow>(
                """
                SELECT r.listing_id, r.product_company_id, r.product_id, coalesce(l.title, l.name), l.brand, l.producer, l.country,
                    l.category, l.volume_ml, l.strength_bp, l.vintage, l.age_years, l.pack_units, p.name, b.name, NULL::text,
                    p.country, p.category, p.volume_ml, p.strength_bp, p.vintage, p.age_years, p.pack_units
                FROM review_pairs r
                JOIN listings l ON l.company_id = r.company_id AND l.listing_id = r.listing_id
                JOIN products p ON p.company_id = r.product_company_id AND p.product_id = r.product_id
                LEFT JOIN brands b ON b.company_id = p.company_id AND b.brand_id = p.brand_id
                WHERE r.company_id = \(transaction.company) AND r.state = 'open' AND r.origin = 'undecided'
                    AND r.probability BETWEEN \(Self.middle.lowerBound) AND \(Self.middle.upperBound)
                    AND NOT EXISTS (SELECT FROM unnest(r.reasons) AS reason WHERE starts_with(reason, \(Self.mark)))
                    AND NOT EXISTS (SELECT FROM review_answers a WHERE a.company_id = r.company_id
                        AND a.review_id = r.review_id AND a.taken_back_at IS NULL)
                ORDER BY r.priority DESC, r.review_id LIMIT \(limit)
                """))
    }

    /// Puts what a judge said beside what the rules saw.
    /// - Parameter sentence: one line.
    package func note(_ sentence: String, listing: UUID, product: UUID) async throws {
        let line = Self.mark + sentence.split(whereSeparator: \.isNewline).joined(separator: " ")
        try await transaction.execute(
            """
            UPDATE review_pairs SET reasons = array_append(reasons, \(line))
            WHERE company_id = \(transaction.company) AND listing_id = \(listing) AND product_id = \(product)
                AND state = 'open' AND origin = 'undecided'
                AND NOT EXISTS (SELECT FROM unnest(reasons) AS reason WHERE starts_with(reason, \(Self.mark)))
            """)
    }
}
