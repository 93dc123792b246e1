package import Companies
package import Foundation
import Postgres

/// Open pairs in the ambiguous middle, and what a judge said of them.
package struct ReviewJudgingQueries: Sendable {
    /// Outside of these what was learned tells enough.
    static let middle = 0.15...0.85

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
                    AND r.judge_said IS NULL
                    AND NOT EXISTS (SELECT FROM review_answers a WHERE a.company_id = r.company_id
                        AND a.review_id = r.review_id AND a.taken_back_at IS NULL)
                ORDER BY r.priority DESC, r.review_id LIMIT \(limit)
                """))
    }

    /// Keeps what a judge said. People read it beside what the rules saw, but for one in three pairs: those show how right it is.
    package func note(_ word: JudgeWord, listing: UUID, product: UUID) async throws {
        try await transaction.execute(
            """
            UPDATE review_pairs SET judge_said = \(word.verdict.rawValue), judge_confidence = \(word.confidence),
                judged_by = \(word.judge),
                reasons = CASE WHEN is_judged_blind(review_id) THEN reasons
                    ELSE array_append(reasons, \("judge: " + word.sentence)) END
            WHERE company_id = \(transaction.company) AND listing_id = \(listing) AND product_id = \(product)
                AND state = 'open' AND origin = 'undecided' AND judge_said IS NULL
            """)
    }

    /// Open pairs that a judge called the same and nobody has read or is reading, of listings that it called the same as no other
    /// product, the surest first. Not those that show how right it is, and none that two are to read.
    func decidable(judge: String, least: Double) async throws -> [DecidableReviewRow] {
        try await transaction.fetch(
            Query<DecidableReviewRow>(
                """
                SELECT r.review_id, r.product_company_id, r.product_id, r.judge_confidence, array_to_string(r.reasons, E'\\n'),
                    l.product_id, l.listing_id, s.slug, l.shop, l.name, l.title, l.brand, l.producer, l.category,
                    l.country, l.gtin, l.volume_ml, l.strength_bp, l.vintage, l.age_years, l.pack_units,
                    l.other_gtins, l.container
                FROM review_pairs r
                JOIN listings l ON l.company_id = r.company_id AND l.listing_id = r.listing_id
                JOIN sources s ON s.company_id = l.company_id AND s.source_id = l.source_id
                JOIN LATERAL (SELECT d.rule FROM match_decisions d WHERE d.company_id = l.company_id
                        AND d.listing_id = l.listing_id AND d.undone_at IS NULL
                    ORDER BY d.number DESC LIMIT 1) d ON d.rule = 'new'
                WHERE r.company_id = \(transaction.company) AND r.judged_by = \(judge) AND r.judge_said = 'same'
                    AND r.state = 'open' AND r.origin = 'undecided' AND r.readers = 1 AND r.judge_confidence >= \(least)
                    AND NOT is_judged_blind(r.review_id)
                    AND (r.leased_until IS NULL OR r.leased_until <= clock_timestamp())
                    AND l.product_company_id = r.company_id AND l.product_id <> r.product_id
                    AND NOT EXISTS (SELECT FROM review_pairs o WHERE o.company_id = r.company_id
                        AND o.listing_id = r.listing_id AND o.review_id <> r.review_id AND o.judge_said = 'same')
                    AND NOT EXISTS (SELECT FROM review_answers a WHERE a.company_id = r.company_id
                        AND a.review_id = r.review_id AND a.taken_back_at IS NULL)
                ORDER BY r.judge_confidence DESC, r.review_id FOR UPDATE OF r
                """))
    }

    /// Nobody needs to look at these any more.
    func close(_ reviews: [UUID], at moment: Date) async throws {
        try await transaction.execute(
            """
            UPDATE review_pairs SET state = 'dropped', outcome = 'same', answered_at = \(moment), settled_at = \(moment),
                leased_by = NULL, leased_until = NULL
            WHERE company_id = \(transaction.company) AND review_id = ANY (\(reviews))
            """)
    }
}
