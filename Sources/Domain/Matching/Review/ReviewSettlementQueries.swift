import Companies
import Foundation
import Postgres

/// Pairs of a company whose answers are to be done.
struct ReviewSettlementQueries {
    let transaction: CompanyTransaction

    var company: CompanyID { transaction.company }

    /// Companies in which something waits.
    static func companies(_ database: CompanyDatabase) async throws -> [CompanyID] {
        try await database.asWorker(
            Query<Single<CompanyID>>("SELECT company_id FROM worker_review_companies()")
        ).map(\.value)
    }

    /// Those that wait, the longest waiting first.
    func waiting() async throws -> [UUID] {
        try await transaction.fetch(
            Query<Single<UUID>>(
                """
                SELECT review_id FROM review_pairs
                WHERE company_id = \(company) AND state IN ('answered', 'reopening')
                ORDER BY answered_at NULLS FIRST, review_id
                """)
        ).map(\.value)
    }

    /// One of them, if it still waits; nobody else decides meanwhile.
    func waiting(_ review: UUID) async throws -> WaitingReviewRow? {
        _ = try await MatchingQueries(transaction: transaction).lock()
        return try await transaction.fetch(
            Query<WaitingReviewRow>(
                """
                SELECT r.review_id, r.listing_id, r.product_id, l.product_id,
                    CASE WHEN r.state = 'answered' THEN r.outcome END, array_to_string(r.act_ids, ','),
                    coalesce(array_to_string(a.listings, ','), ''), coalesce(a.reviewer, b.reviewer)
                FROM review_pairs r
                JOIN listings l ON l.company_id = r.company_id AND l.listing_id = r.listing_id
                LEFT JOIN LATERAL (SELECT listings, reviewer FROM review_answers a
                    WHERE a.company_id = r.company_id AND a.review_id = r.review_id AND a.kind <> 'gold'
                        AND a.taken_back_at IS NULL AND a.verdict = r.outcome
                    ORDER BY a.answered_at DESC LIMIT 1) a ON true
                LEFT JOIN LATERAL (SELECT reviewer FROM review_answers b
                    WHERE b.company_id = r.company_id AND b.review_id = r.review_id AND b.kind <> 'gold'
                    ORDER BY b.taken_back_at DESC NULLS LAST LIMIT 1) b ON true
                WHERE r.company_id = \(company) AND r.review_id = \(review) AND r.state IN ('answered', 'reopening')
                FOR UPDATE OF r
                """)
        ).first
    }

    func settle(_ review: UUID, acts: [UUID], at moment: Date) async throws {
        try await transaction.execute(
            """
            UPDATE review_pairs SET state = 'settled', act_ids = \(acts), settled_at = \(moment)
            WHERE company_id = \(company) AND review_id = \(review)
            """)
    }

    /// It is asked again, and so is what was dropped because of its answer.
    func reopen(_ review: UUID) async throws {
        try await transaction.execute(
            """
            UPDATE review_pairs r SET state = 'open', act_ids = '{}', outcome = NULL, answered_at = NULL, settled_at = NULL
            FROM review_pairs asked
            WHERE asked.company_id = \(company) AND asked.review_id = \(review) AND r.company_id = \(company)
                AND r.listing_id = asked.listing_id
                AND (r.review_id = asked.review_id OR r.state = 'dropped' AND r.outcome = 'different')
            """)
    }

    /// The listing is none of the products it was compared with, so nobody needs to look at the others.
    /// - Returns: the products of those that were open.
    func dropOthers(of listing: UUID, besides review: UUID, at moment: Date) async throws -> [UUID] {
        try await transaction.fetch(
            Query<Single<UUID>>(
                """
                UPDATE review_pairs SET state = 'dropped', outcome = 'different', answered_at = \(moment),
                    settled_at = \(moment), leased_by = NULL, leased_until = NULL
                WHERE company_id = \(company) AND listing_id = \(listing) AND review_id <> \(review) AND state = 'open'
                RETURNING product_id
                """)
        ).map(\.value)
    }
}
