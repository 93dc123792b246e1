import Catalog
import Companies
import Foundation
import Postgres

/// Writes receipts of scores and finds them again.
struct ReceiptQueries {
    let transaction: CompanyTransaction

    func newestTurn() async throws -> ScoringTurn? {
        try await transaction.fetch(
            Query<ScoringTurn>(
                """
                SELECT \(ScoringTurn.columns) FROM scorings WHERE company_id = \(transaction.company)
                ORDER BY turn DESC LIMIT 1
                """)
        ).first
    }

    func turns(_ turns: Set<Int>) async throws -> [Int: ScoringTurn] {
        let rows = try await transaction.fetch(
            Query<ScoringTurn>(
                """
                SELECT \(ScoringTurn.columns) FROM scorings
                WHERE company_id = \(transaction.company) AND turn = ANY (\(turns.sorted()))
                """))
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.turn, $0) })
    }

    func keep(_ turn: ScoringTurn) async throws {
        let profile = turn.profile
        let cutOffs = profile.cutOffs
        try await transaction.execute(
            """
            INSERT INTO scorings (company_id, turn, as_of, scored_at, profile, formulas, period_days, weights, cut_offs,
                own_tick, house_tick, media_days, reads_searches)
            VALUES (\(transaction.company), \(turn.turn), \(turn.asOf), \(turn.scoredAt), \(profile.name),
                \(turn.formulas), \(profile.periodDays), \(profile.weights.list),
                \([cutOffs.viral, cutOffs.trending, cutOffs.emerging, cutOffs.declining, cutOffs.steadyBand]),
                \(turn.ticks.own), \(turn.ticks.house), \(turn.media.days), \(turn.media.readsSearches))
            """)
    }

    /// Keeps what differs from the product's receipt of the same day, or all of it.
    /// - Returns: how many were kept.
    func keep(_ batch: ReceiptBatch, of turn: ScoringTurn, all: Bool) async throws -> Int {
        let same: SQL = """
            WHERE NOT EXISTS (
                SELECT FROM (
                    SELECT r.* FROM score_receipts r WHERE r.company_id = \(transaction.company)
                        AND r.product_company_id = u.owner AND r.product_id = u.product AND r.as_of = \(turn.asOf)
                    ORDER BY r.turn DESC LIMIT 1) AS last
                WHERE (last.score, last.momentum, last.tier, last.component_values, last.listing_ids, last.first_seen,
                        last.last_seen, last.price_kinds, last.media)
                    IS NOT DISTINCT FROM (u.score, u.momentum, u.tier, u.component_values::double precision[],
                        u.listings::uuid[], u.first_seen::date[], u.last_seen::date[], u.kinds::text[],
                        u.media))
            """
        return try await transaction.execute(
            """
            INSERT INTO score_receipts (company_id, product_company_id, product_id, as_of, turn, score, tier, momentum,
                completeness, component_values, listing_ids, source_ids, first_seen, last_seen, price_kinds, media)
            SELECT \(transaction.company), owner, product, \(turn.asOf), \(turn.turn), score, tier, momentum, completeness,
                component_values::double precision[], listings::uuid[], sources::uuid[], first_seen::date[],
                last_seen::date[], kinds::text[], media
            FROM unnest(\(batch.owners), \(batch.products), \(batch.scores), \(batch.tiers), \(batch.momenta),
                \(batch.completeness), \(batch.values), \(batch.listings), \(batch.sources), \(batch.firstSeen),
                \(batch.lastSeen), \(batch.priceKinds), \(batch.media))
                AS u (owner, product, score, tier, momentum, completeness, component_values, listings, sources, first_seen,
                    last_seen, kinds, media)
            \(all ? "" : same)
            """)
    }

    /// The receipt in force on a day: the last one published of the newest day that is not later.
    func find(_ product: UUID, on day: CalendarDay) async throws -> ReceiptRow? {
        try await transaction.fetch(
            Query<ReceiptRow>(
                """
                SELECT \(ReceiptRow.columns(of: "r")) FROM score_receipts r
                WHERE r.company_id = \(transaction.company) AND r.product_company_id = \(SQL.ownOrHouse)
                    AND r.product_id = \(product) AND r.as_of <= \(day)
                ORDER BY r.as_of DESC, r.turn DESC LIMIT 1
                """)
        ).first
    }

    /// The receipts next to places drawn among the company's products: for each place the first product at or after it
    /// (after the last one comes the first), and of its receipts one, drawn too.
    /// - Parameter places: ids drawn evenly.
    func sample(at places: [UUID]) async throws -> [ReceiptRow] {
        try await transaction.fetch(
            Query<ReceiptRow>(
                """
                SELECT \(ReceiptRow.columns(of: "r")) FROM unnest(\(places)) AS drawn (place)
                CROSS JOIN unnest(ARRAY[\(transaction.company), \(CompanyID.house)]) AS owner (id)
                CROSS JOIN LATERAL (
                    (SELECT product_company_id, product_id, 1 AS lap FROM score_receipts
                    WHERE company_id = \(transaction.company) AND product_company_id = owner.id
                        AND product_id >= drawn.place
                    ORDER BY product_company_id, product_id LIMIT 1)
                    UNION ALL
                    (SELECT product_company_id, product_id, 2 FROM score_receipts
                    WHERE company_id = \(transaction.company) AND product_company_id = owner.id
                    ORDER BY product_company_id, product_id LIMIT 1)
                    ORDER BY lap LIMIT 1) AS product
                CROSS JOIN LATERAL (
                    SELECT * FROM score_receipts
                    WHERE company_id = \(transaction.company) AND product_company_id = product.product_company_id
                        AND product_id = product.product_id
                    ORDER BY md5(drawn.place || ' ' || turn) LIMIT 1) AS r
                """))
    }
}
