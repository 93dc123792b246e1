import Catalog
import Companies
import Connections
import Connectors
import Foundation
import Postgres

/// Holds what today's reader makes of a run against what is stored of it.
struct ReplayQueries {
    let run: UUID
    let transaction: CompanyTransaction

    /// Most differences that are shown one by one.
    static let mostSamples = 20

    /// A run that can be read anew.
    struct Past: RowDecodable {
        let run: UUID
        let connection: UUID
        let source: UUID
        let sourceCode: String
        let settings: [String: String]
        let startedAt: Date
        /// Where it began, and what it was about.
        let began: SourceCursor?
        let category: String?
        let since: Date?
        let inDatabase: Bool

        init(row: inout RowReader) throws {
            run = try row.next()
            connection = try row.next()
            source = try row.next()
            sourceCode = try row.next()
            let text: String = try row.next()
            settings = (try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))) ?? [:]
            startedAt = try row.next()
            let began: String? = try row.nextOptional()
            self.began = began.flatMap { try? JSONDecoder().decode(SourceCursor.self, from: Data($0.utf8)) }
            category = try row.nextOptional()
            since = try row.nextOptional()
            inDatabase = try row.next()
        }
    }

    /// Runs of a source, or of one of its connections, that were taken over, the oldest first.
    static func runs(
        of source: String?, connection: ConnectionID?, from: Date, to: Date, in transaction: CompanyTransaction
    ) async throws -> [Past] {
        try await transaction.fetch(
            Query<Past>(
                """
                SELECT r.run_id, r.connection_id, r.source_id, c.source, c.settings, r.started_at,
                    p.began, p.category, p.since,
                    EXISTS (SELECT FROM raw_records w WHERE w.company_id = r.company_id AND w.run_id = r.run_id)
                FROM scrape_runs r JOIN run_progress p ON p.company_id = r.company_id AND p.run_id = r.run_id
                JOIN connections c ON c.company_id = r.company_id AND c.connection_id = r.connection_id
                WHERE r.company_id = \(transaction.company) AND r.state IN ('applied', 'partial')
                    AND r.started_at >= \(from) AND r.started_at < \(to)
                    AND (\(source)::text IS NULL OR c.source = \(source))
                    AND (\(connection?.rawValue)::uuid IS NULL OR c.connection_id = \(connection?.rawValue))
                ORDER BY r.started_at, r.run_id
                """))
    }

    /// Ids of runs that began after this one.
    private var later: SQL {
        """
        SELECT r.run_id FROM scrape_runs r JOIN scrape_runs mine ON mine.company_id = r.company_id
            AND mine.run_id = \(run) WHERE r.company_id = \(transaction.company) AND r.started_at > mine.started_at
        """
    }

    /// Leaves out what a later run has said since: of the same day a price, a stock or the listing itself.
    func dropSuperseded(source: UUID) async throws {
        try await transaction.execute(
            """
            DELETE FROM staged_rows s USING listings l
            WHERE s.company_id = \(transaction.company) AND s.run_id = \(run) AND l.company_id = s.company_id
                AND l.source_id = \(source) AND l.shop = s.shop AND l.item_key = s.item_key
                AND (l.last_seen = s.observed_on AND l.run_id IN (\(later))
                    OR EXISTS (SELECT FROM price_history h WHERE h.company_id = l.company_id
                        AND h.listing_id = l.listing_id AND h.observed_on = s.observed_on AND h.run_id IN (\(later)))
                    OR EXISTS (SELECT FROM inventory_history i WHERE i.company_id = l.company_id
                        AND i.listing_id = l.listing_id
                        AND i.observed_at = s.observed_on::timestamp AT TIME ZONE 'UTC' AND i.run_id IN (\(later))))
            """)
    }

    private struct Row: RowDecodable {
        let item: String
        let field: String
        let before: String?
        let after: String?
        let total: Int

        init(row: inout RowReader) throws {
            item = try row.next()
            field = try row.next()
            before = try row.nextOptional()
            after = try row.nextOptional()
            total = try row.next()
        }
    }

    /// Rows with `item`, `field`, `before` and `after`, first those with values that changed.
    private func fill(_ report: inout ReplayReport, from differences: SQL) async throws {
        let rows = try await transaction.fetch(
            Query<Row>(
                """
                SELECT item, field, before, after, count(*) OVER (PARTITION BY field IN ('item', 'gone'), field = 'gone')
                FROM (\(differences)) AS d ORDER BY field IN ('item', 'gone'), field, item
                """))
        report.added = rows.first { $0.field == "item" }?.total ?? 0
        report.missing = rows.first { $0.field == "gone" }?.total ?? 0
        report.changed = rows.first { $0.field != "item" && $0.field != "gone" }?.total ?? 0
        report.samples = rows.prefix(Self.mostSamples).map {
            ReplayReport.Difference(item: $0.item, field: $0.field, before: $0.before, after: $0.after)
        }
    }

    /// Compares staged rows with the listings and prices this run has written.
    func compareProducts(source: UUID, _ report: inout ReplayReport) async throws {
        try await fill(
            &report,
            from: """
                WITH s AS (SELECT * FROM staged_rows WHERE company_id = \(transaction.company) AND run_id = \(run)),
                pair AS (
                    SELECT s.*, l.listing_id, l.run_id AS listed_by, l.name AS old_name, l.brand AS old_brand,
                        l.gtin AS old_gtin, l.volume_ml AS old_volume, l.category AS old_category,
                        l.stock_units AS old_stock, h.price_minor AS old_price, h.currency AS old_currency,
                        h.run_id AS priced_by
                    FROM s LEFT JOIN listings l ON l.company_id = s.company_id AND l.source_id = \(source)
                        AND l.shop = s.shop AND l.item_key = s.item_key
                    LEFT JOIN price_history h ON h.company_id = l.company_id AND h.listing_id = l.listing_id
                        AND h.observed_on = s.observed_on
                )
                SELECT name AS item, 'item' AS field, NULL::text AS before, item_key AS after FROM pair
                    WHERE listing_id IS NULL
                UNION ALL SELECT p.name, f.field, f.before, f.after FROM pair p CROSS JOIN LATERAL (VALUES
                        ('name', p.old_name, p.name), ('brand', p.old_brand, p.brand), ('gtin', p.old_gtin, p.gtin),
                        ('volume_ml', p.old_volume::text, p.volume_ml::text), ('category', p.old_category, p.category),
                        ('stock_units', p.old_stock::text, p.stock_units::text)
                    ) AS f (field, before, after)
                    WHERE p.listed_by = \(run) AND f.before IS DISTINCT FROM f.after
                        -- What a list does not say keeps what was known.
                        AND (f.after IS NOT NULL OR f.field = 'stock_units')
                UNION ALL SELECT p.name, 'price', p.old_price || ' ' || p.old_currency, p.price_minor || ' ' || p.currency
                    FROM pair p WHERE p.listing_id IS NOT NULL AND p.price_minor IS NOT NULL
                        AND (p.old_price IS NULL OR p.priced_by = \(run))
                        AND (p.old_price, p.old_currency) IS DISTINCT FROM (p.price_minor, p.currency)
                UNION ALL SELECT l.name, 'gone', h.price_minor || ' ' || h.currency, NULL
                    FROM price_history h JOIN listings l ON l.company_id = h.company_id AND l.listing_id = h.listing_id
                    WHERE h.company_id = \(transaction.company) AND h.run_id = \(run) AND NOT EXISTS (
                        SELECT FROM s WHERE s.shop = l.shop AND s.item_key = l.item_key)
                """)
    }

    /// Compares staged records with those this run has written, but for what a later one has said since.
    func compare(_ records: RecordQueries, source: UUID, _ report: inout ReplayReport) async throws {
        try await transaction.execute(records.dropSuperseded(by: later, of: source))
        try await fill(&report, from: records.differences(of: source))
    }
}
