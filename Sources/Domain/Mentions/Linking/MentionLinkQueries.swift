import Catalog
import Companies
import Foundation
import Matching
import Postgres

/// What linking mentions reads and writes.
struct MentionLinkQueries {
    let transaction: CompanyTransaction

    private var company: CompanyID { transaction.company }

    /// One linking run per company at a time; released at the end of the transaction.
    func lock() async throws {
        try await transaction.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended('mentions ' || \(company.description), 0))")
    }

    func namesDigest() async throws -> Int64? {
        try await transaction.fetch(
            Query<Single<Int64>>("SELECT names_digest FROM mention_states WHERE company_id = \(company)")
        ).first?.value
    }

    func note(namesDigest: Int64, at moment: Date) async throws {
        try await transaction.execute(
            """
            INSERT INTO mention_states AS m (company_id, names_digest, linked_at)
            VALUES (\(company), \(namesDigest), \(moment))
            ON CONFLICT (company_id) DO UPDATE SET names_digest = excluded.names_digest, linked_at = excluded.linked_at
            """)
    }

    /// Whether any article, post or counted search is there that could speak of anything.
    func isAnythingSaid() async throws -> Bool {
        try await transaction.fetch(
            Query<Single<Bool>>(
                """
                SELECT EXISTS (SELECT FROM articles) OR EXISTS (SELECT FROM posts) OR EXISTS (SELECT FROM series_points)
                """)
        ).first?.value ?? false
    }

    /// Every product the company may use, in a fixed order.
    func productNames() async throws -> [NamedProductRow] {
        try await transaction.fetch(
            Query<NamedProductRow>(
                """
                SELECT p.company_id, p.product_id, b.name, p.name, p.volume_ml, p.strength_bp, p.vintage, p.pack_units,
                    sold.product_id IS NOT NULL
                FROM products p LEFT JOIN brands b ON b.company_id = p.company_id AND b.brand_id = p.brand_id
                -- Once for all products: asked for each, the planner without statistics read every listing each time.
                LEFT JOIN (SELECT DISTINCT product_company_id, product_id FROM listings
                        WHERE company_id IN (\(company), \(CompanyID.house)) AND product_id IS NOT NULL) AS sold
                    ON sold.product_company_id = p.company_id AND sold.product_id = p.product_id
                ORDER BY p.company_id, p.product_id
                """))
    }

    /// How many statements there are to read.
    func statementCount(since: CalendarDay, until: CalendarDay, all: Bool) async throws -> Int {
        try await transaction.fetch(
            Query<Single<Int>>(
                """
                SELECT count(*) FROM (\(statements(since: since, until: until))) AS s
                LEFT JOIN mention_reads r ON r.company_id = \(company) AND r.kind = s.kind
                    AND r.item_company_id = s.owner AND r.item_id = s.id
                WHERE \(all) OR r.digest IS DISTINCT FROM s.digest
                """)
        ).first?.value ?? 0
    }

    /// The next statements that are new, or say something else than when they were read, or all of a stretch of days.
    func statements(
        after last: Statement.ID?, since: CalendarDay, until: CalendarDay, all: Bool, limit: Int
    ) async throws -> [StatementRow] {
        let kind = last?.kind.rawValue ?? ""
        let owner = last?.owner.rawValue ?? Self.lowest
        let id = last?.id ?? Self.lowest
        return try await transaction.fetch(
            Query<StatementRow>(
                """
                SELECT s.kind, s.owner, s.id, s.title, s.body, s.tags, s.digest, s.source, s.day, s.run, s.line
                FROM (\(statements(since: since, until: until))) AS s
                LEFT JOIN mention_reads r ON r.company_id = \(company) AND r.kind = s.kind
                    AND r.item_company_id = s.owner AND r.item_id = s.id
                WHERE (s.kind, s.owner, s.id) > (\(kind), \(owner), \(id))
                    AND (\(all) OR r.digest IS DISTINCT FROM s.digest)
                ORDER BY s.kind, s.owner, s.id LIMIT \(limit)
                """))
    }

    private static let lowest = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))

    /// Articles and posts of a stretch of days. The digest is of what is read, and of the record it came with.
    private func statements(since: CalendarDay, until: CalendarDay) -> SQL {
        let longest = SpokenText.longest
        return """
            SELECT kind, owner, id, left(title, \(literal: longest)) AS title, left(body, \(literal: longest)) AS body,
                left(tags, \(literal: longest)) AS tags, source, day, run, line,
                hashtextextended(concat_ws(E'\\x1f', title, body, tags, day, run, line), 0) AS digest
            FROM (SELECT 'article'::text AS kind, company_id AS owner, article_id AS id, title, summary AS body,
                    array_to_string(tags, E'\\n') AS tags, source_id AS source,
                    (coalesce(published_at, first_seen_at) AT TIME ZONE 'UTC')::date AS day, run_id AS run, line
                FROM articles
                UNION ALL
                SELECT 'post', company_id, post_id, title, body, array_to_string(tags, E'\\n'), source_id,
                    (published_at AT TIME ZONE 'UTC')::date, run_id, line
                FROM posts) AS raw
            WHERE day BETWEEN \(since) AND \(until)
            """
    }

    /// Keeps what was found in the statements of a batch, and nothing else that was found in them before.
    /// - Returns: how many mentions are new, different or gone.
    func write(_ batch: MentionBatch, at moment: Date) async throws -> Int {
        guard batch.statements > 0 else { return 0 }
        let counts = try await transaction.execute(all: [
            """
            DELETE FROM media_mentions m
            USING unnest(\(batch.readKinds), \(batch.readOwners), \(batch.readItems)) AS r (kind, owner, item)
            WHERE m.company_id = \(company) AND m.item_company_id = r.owner AND m.item_id = r.item AND m.kind = r.kind
                AND NOT EXISTS (
                    SELECT FROM unnest(\(batch.owners), \(batch.products), \(batch.kinds), \(batch.itemOwners),
                        \(batch.items)) AS f (owner, product, kind, item_owner, item)
                    WHERE f.owner = m.product_company_id AND f.product = m.product_id AND f.kind = m.kind
                        AND f.item_owner = m.item_company_id AND f.item = m.item_id)
            """,
            """
            INSERT INTO media_mentions AS m (company_id, product_company_id, product_id, kind, item_company_id, item_id,
                source_id, published_on, is_brand_only, prominence, sentiment, snippet, run_id, line, found_at)
            SELECT \(company), f.*, \(moment)
            FROM unnest(\(batch.owners), \(batch.products), \(batch.kinds), \(batch.itemOwners), \(batch.items),
                \(batch.sources), \(batch.days), \(batch.brandOnly), \(batch.prominences), \(batch.sentiments),
                \(batch.snippets), \(batch.runs), \(batch.lines)) AS f
            ON CONFLICT (company_id, product_company_id, product_id, kind, item_company_id, item_id) DO UPDATE
            SET source_id = excluded.source_id, published_on = excluded.published_on,
                is_brand_only = excluded.is_brand_only, prominence = excluded.prominence,
                sentiment = excluded.sentiment, snippet = excluded.snippet, run_id = excluded.run_id,
                line = excluded.line
            WHERE (m.source_id, m.published_on, m.is_brand_only, m.prominence, m.sentiment, m.snippet, m.run_id, m.line)
                IS DISTINCT FROM (excluded.source_id, excluded.published_on, excluded.is_brand_only,
                    excluded.prominence, excluded.sentiment, excluded.snippet, excluded.run_id, excluded.line)
            """,
            """
            INSERT INTO mention_reads AS r (company_id, kind, item_company_id, item_id, digest, published_on)
            SELECT \(company), u.* FROM unnest(\(batch.readKinds), \(batch.readOwners), \(batch.readItems),
                \(batch.readDigests), \(batch.readDays)) AS u (kind, owner, item, digest, day)
            ON CONFLICT (company_id, kind, item_company_id, item_id) DO UPDATE
            SET digest = excluded.digest, published_on = excluded.published_on
            WHERE r.digest IS DISTINCT FROM excluded.digest
            """,
        ])
        return counts[0] + counts[1]
    }

    /// Forgets what is outside the days that are read, and the reading of what is gone.
    /// - Returns: how many mentions went.
    func forget(before since: CalendarDay, after until: CalendarDay) async throws -> Int {
        let counts = try await transaction.execute(all: [
            """
            DELETE FROM media_mentions
            WHERE company_id = \(company) AND (published_on < \(since) OR published_on > \(until))
            """,
            """
            DELETE FROM mention_reads r
            WHERE r.company_id = \(company) AND (r.published_on < \(since) OR r.published_on > \(until)
                OR r.kind = 'article' AND NOT EXISTS (
                    SELECT FROM articles a WHERE a.company_id = r.item_company_id AND a.article_id = r.item_id)
                OR r.kind = 'post' AND NOT EXISTS (
                    SELECT FROM posts p WHERE p.company_id = r.item_company_id AND p.post_id = r.item_id))
            """,
        ])
        return counts[0]
    }

    /// What people's search was counted for.
    func searchSubjects() async throws -> [SearchSubjectRow] {
        try await transaction.fetch(
            Query<SearchSubjectRow>(
                """
                SELECT DISTINCT company_id, source_id, market, subject FROM series_points
                WHERE measure = 'search_interest' ORDER BY 1, 2, 3, 4
                """))
    }

    /// Keeps these links and no others.
    /// - Returns: how many are new, different or gone.
    func write(_ batch: SearchLinkBatch, at moment: Date) async throws -> Int {
        let counts = try await transaction.execute(all: [
            """
            DELETE FROM search_links s WHERE s.company_id = \(company) AND NOT EXISTS (
                SELECT FROM unnest(\(batch.owners), \(batch.products), \(batch.sourceOwners), \(batch.sources),
                    \(batch.markets), \(batch.subjects)) AS f (owner, product, source_owner, source, market, subject)
                WHERE f.owner = s.product_company_id AND f.product = s.product_id
                    AND f.source_owner = s.source_company_id AND f.source = s.source_id AND f.market = s.market
                    AND f.subject = s.subject)
            """,
            """
            INSERT INTO search_links AS s (company_id, product_company_id, product_id, source_company_id, source_id,
                market, subject, why, linked_at)
            SELECT \(company), f.*, \(moment) FROM unnest(\(batch.owners), \(batch.products), \(batch.sourceOwners),
                \(batch.sources), \(batch.markets), \(batch.subjects), \(batch.whys)) AS f
            ON CONFLICT (company_id, product_company_id, product_id, source_company_id, source_id, market, subject)
            DO UPDATE SET why = excluded.why WHERE s.why <> excluded.why
            """,
        ])
        return counts[0] + counts[1]
    }
}
