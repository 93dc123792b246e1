package import Catalog
package import Companies
package import Foundation
package import Postgres

/// The queue of pairs, for the staff who decide about them. Everything goes through the review role.
package struct ReviewQueries: Sendable {
    /// How long a pair is a reviewer's.
    package static let lease = 300
    /// One pair in so many is one of known truth.
    package static let goldEvery = 20
    /// One pair in so many is an audit, as long as there are any.
    package static let auditEvery = 8

    private let database: CompanyDatabase

    package init(database: CompanyDatabase) { self.database = database }

    private static var interval: String { "\(lease) seconds" }

    // MARK: - Reading

    /// The pair the reviewer looks at next; theirs for `lease` seconds.
    /// - Parameters:
    ///   - wantsGold: whether it may be one of known truth.
    ///   - wantsAudit: whether it is time for one that a rule decided, however valuable others are.
    package func next(
        for reviewer: IdentityID, wantsGold: Bool, wantsAudit: Bool = false
    ) async throws -> UUID? {
        try await database.asReviewer(
            Query<Single<UUID>>(
                "SELECT review_id FROM review_next(\(reviewer), \(Self.interval)::interval, \(wantsGold), \(wantsAudit))"
            )
        ).first?.value
    }

    /// The pair the reviewer has already.
    package func held(by reviewer: IdentityID) async throws -> UUID? {
        try await database.asReviewer(Query<Single<UUID>>("SELECT review_id FROM review_held(\(reviewer))"))
            .first?.value
    }

    /// - Returns: nil where there is no such pair.
    package func pair(_ review: UUID, for reviewer: IdentityID) async throws -> (ReviewPairRow, [ReviewCarrierRow])? {
        let (pairs, carriers) = try await database.asReviewer(
            Query<ReviewPairRow>(
                """
                SELECT listing_name, listing_title, listing_brand, listing_producer, listing_category, listing_country,
                    listing_volume, listing_pack, listing_strength, listing_vintage, listing_age, listing_gtin, product_id,
                    product_name, product_brand, product_category, product_country, product_volume, product_pack,
                    product_strength, product_vintage, product_age, product_gtin, array_to_string(reasons, E'\n'),
                    array_to_string(evidence, E'\n'), is_mine, is_open, needs_judge
                FROM review_show(\(review), \(reviewer))
                """),
            Query<ReviewCarrierRow>(
                """
                SELECT listing_id, name, brand, producer, volume_ml, strength_bp, vintage, gtin, source_number
                FROM review_carriers(\(review)) WHERE NOT is_asked
                """))
        return pairs.first.map { ($0, carriers) }
    }

    /// What two readers said who disagree; empty unless this reviewer decides between them.
    package func disagreement(on review: UUID, for reviewer: IdentityID) async throws -> [ReviewVerdict] {
        try await database.asReviewer(
            Query<Single<String>>("SELECT verdict FROM review_disagreement(\(review), \(reviewer))")
        ).compactMap { ReviewVerdict(rawValue: $0.value) }
    }

    /// Other products the listing could be.
    /// - Parameter words: folded; more than eight are not looked at.
    package func find(_ words: [String], for review: UUID) async throws -> [ProductNameRow] {
        try await database.asReviewer(
            Query<ProductNameRow>(
                """
                SELECT product_id, name, volume_ml, vintage, listings
                FROM review_find(\(review), \(Array(words.prefix(8))))
                """))
    }

    // MARK: - Answering

    /// - Parameter milliseconds: from showing the pair to the answer.
    /// - Returns: false when the pair is another's by now, or decided.
    package func answer(
        _ review: UUID, _ verdict: ReviewVerdict, splitting listings: [UUID] = [], by reviewer: IdentityID,
        milliseconds: Int?, id: UUID
    ) async throws -> Bool {
        try await database.asReviewer(
            Query<Single<String>>(
                """
                SELECT review_answer(\(review), \(reviewer), \(id), \(verdict.rawValue), \(listings), \(milliseconds))
                """)
        ).first?.value == "done"
    }

    /// Takes the reviewer's newest answer back; what followed from it is undone.
    /// - Returns: its pair, which is the reviewer's again; nil when there is no answer.
    package func takeBack(by reviewer: IdentityID) async throws -> UUID? {
        try await database.asReviewer(
            Query<Single<UUID>>("SELECT review_id FROM review_take_back(\(reviewer), \(Self.interval)::interval)")
        ).first?.value
    }

    /// The listing is compared with another product instead.
    /// - Returns: that pair; nil when it is not the reviewer's to choose.
    package func choose(
        _ product: UUID, instead review: UUID, by reviewer: IdentityID, id: UUID
    ) async throws -> UUID? {
        try await database.asReviewer(
            Query<Single<UUID>>(
                """
                SELECT review_id
                FROM review_choose(\(review), \(reviewer), \(product), \(Self.interval)::interval, \(id))
                """)
        ).first?.value
    }

    // MARK: - Many at once

    /// Pairs a rule would answer.
    /// - Parameter limit: how many are listed.
    /// - Returns: some of them, the most probable first, and how many there are.
    package func matching(_ band: ReviewBand, limit: Int) async throws -> (shown: [ReviewMatchingRow], count: Int) {
        let rows = try await database.asReviewer(
            Query<ReviewMatchingRow>(
                """
                SELECT review_id, listing_name, product_name, probability, matching
                FROM review_matching(\(band.low), \(band.high), \(limit))
                """))
        return (rows, rows.first?.matching ?? 0)
    }

    /// Answers all pairs of a band alike.
    /// - Parameter announced: how many there were when the reviewer decided; with other than that nothing is done.
    /// - Returns: whether it was done.
    package func answer(
        _ band: ReviewBand, _ verdict: ReviewVerdict, by reviewer: IdentityID, announced: Int, id: UUID
    ) async throws -> Bool {
        let query = Query<Single<Int>>(
            """
            SELECT review_answer_matching(\(band.low), \(band.high), \(reviewer),
                \(verdict.rawValue), \(id), \(announced))
            """)
        return try await database.asReviewer(query).first?.value == announced
    }

    /// Takes back what a rule answered.
    /// - Returns: how many answers.
    package func takeBackRule(_ rule: UUID, by reviewer: IdentityID) async throws -> Int {
        try await database.asReviewer(
            Query<Single<Int>>("SELECT review_take_back_rule(\(reviewer), \(rule))")
        ).first?.value ?? 0
    }

    /// Rules that were applied, the newest first.
    package func rules(limit: Int) async throws -> [ReviewRuleRow] {
        try await database.asReviewer(
            Query<ReviewRuleRow>(
                "SELECT bulk_id, reviewer, verdict, answers, standing, answered_at FROM review_rules(\(limit))"))
    }

    // MARK: - Figures

    /// How many pairs are open.
    package func open() async throws -> Int {
        try await database.asReviewer(Query<Single<Int>>("SELECT open FROM review_queue()")).first?.value ?? 0
    }

    /// How the queue and its reviewers do.
    /// - Parameter days: over which reviewers are looked at.
    package func figures(
        days: Int
    ) async throws -> (
        standing: ReviewStandingRow?, reviewers: [ReviewerRow], audits: [ReviewAuditRow],
        days: [Pair<CalendarDay, Int>]
    ) {
        let (standing, reviewers, audits, perDay) = try await database.asReviewer(
            Query<ReviewStandingRow>(
                """
                SELECT open, leased, second, disputed, oldest, waiting, answered_day, answered_week, added_week, gold
                FROM review_queue()
                """),
            Query<ReviewerRow>(
                """
                SELECT reviewer, display_name, answers, median_ms, gold, gold_right, shared, agreed
                FROM review_readers(\(days))
                """),
            Query<ReviewAuditRow>("SELECT rule, matcher, audited, wrong, open FROM review_audits()"),
            Query<Pair<CalendarDay, Int>>("SELECT day, answers FROM review_days(\(days))"))
        return (standing.first, reviewers, audits, perDay)
    }
}
