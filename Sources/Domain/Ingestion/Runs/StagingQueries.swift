import Catalog
import Companies
import Foundation
import Postgres

/// Writes what a file said: raw records, staged rows and rejects.
struct StagingQueries {
    let run: UUID
    let transaction: CompanyTransaction

    /// Keeps every raw row and stages the good ones.
    func stage(_ batch: StagedBatch) async throws {
        if batch.count > 0 { try await stageRows(batch) }
        if batch.rejectCount > 0 { try await stageRejects(batch) }
    }

    private func stageRows(_ batch: StagedBatch) async throws {
        _ = try await transaction.fetch(
            Query<Ignored>(
                """
                INSERT INTO raw_records (company_id, run_id, line, payload)
                SELECT \(transaction.company), \(run), line, payload
                FROM unnest(\(batch.lines), \(batch.payloads)) AS t (line, payload)
                """),
            Query<Ignored>(
                """
                INSERT INTO staged_rows (company_id, run_id, line, item_key, shop, name, title, brand, producer,
                    category, country, volume_ml, pack_units, strength_bp, vintage, age_years, gtin, price_minor, currency,
                    price_kind, regular_price_minor, stock_units, store_count, observed_on, observed_at, url, notes)
                SELECT \(transaction.company), \(run), line, item_key, shop, name, title, brand, producer, category,
                    country, volume_ml, pack_units, strength_bp, vintage, age_years, gtin, price_minor, currency, price_kind,
                    regular_price_minor, stock_units, store_count, observed_on, observed_at, url, notes
                FROM unnest(\(batch.lines), \(batch.itemKeys), \(batch.shops), \(batch.names), \(batch.titles), \(batch.brands),
                    \(batch.producers), \(batch.categories), \(batch.countries), \(batch.volumes),
                    \(batch.packUnits), \(batch.strengths), \(batch.vintages), \(batch.ages), \(batch.gtins),
                    \(batch.prices), \(batch.currencies), \(batch.priceKinds), \(batch.regularPrices),
                    \(batch.stocks), \(batch.stores), \(batch.days), \(batch.moments), \(batch.urls), \(batch.notes))
                AS t (line, item_key, shop, name, title, brand, producer, category, country, volume_ml, pack_units,
                    strength_bp, vintage, age_years, gtin, price_minor, currency, price_kind, regular_price_minor,
                    stock_units, store_count, observed_on, observed_at, url, notes)
                """))
    }

    private func stageRejects(_ batch: StagedBatch) async throws {
        _ = try await transaction.fetch(
            Query<Ignored>(
                """
                INSERT INTO raw_records (company_id, run_id, line, payload)
                SELECT \(transaction.company), \(run), line, payload
                FROM unnest(\(batch.rejectLines), \(batch.rejectPayloads)) AS t (line, payload)
                ON CONFLICT DO NOTHING
                """),
            Query<Ignored>(
                """
                INSERT INTO scrape_errors (company_id, run_id, line, column_name, reason)
                SELECT \(transaction.company), \(run), line, column_name, reason
                FROM unnest(\(batch.rejectLines), \(batch.rejectColumns), \(batch.rejectReasons))
                    AS t (line, column_name, reason)
                ON CONFLICT DO NOTHING
                """))
    }

    /// The planner knows nothing about rows of this very transaction and takes them for a handful; joined by nested
    /// loops a list of 11 000 items took 90 s, by hashing 0.2 s. A plan kept from a time when the company was empty is
    /// as bad, so every statement is planned anew. Holds until the transaction ends.
    func planForBulk() async throws {
        try await transaction.execute(
            """
            SELECT set_config('enable_nestloop', 'off', true),
                set_config('plan_cache_mode', 'force_custom_plan', true), set_config('work_mem', '64MB', true)
            """)
    }

    /// A row that repeats an item of the same moment is rejected; the first one counts.
    /// - Returns: how many were rejected.
    func rejectRepeats() async throws -> Int {
        try await transaction.execute(
            """
            WITH doubled AS (
                SELECT shop, item_key, observed_on, observed_at, min(line) AS first_line FROM staged_rows
                WHERE company_id = \(transaction.company) AND run_id = \(run)
                GROUP BY shop, item_key, observed_on, observed_at HAVING count(*) > 1
            ), repeated AS (
                SELECT s.line, s.item_key, d.first_line FROM doubled d JOIN staged_rows s
                    ON s.shop = d.shop AND s.item_key = d.item_key AND s.observed_on = d.observed_on
                    AND s.observed_at IS NOT DISTINCT FROM d.observed_at
                WHERE s.company_id = \(transaction.company) AND s.run_id = \(run) AND s.line > d.first_line
            ), dropped AS (
                DELETE FROM staged_rows s USING repeated r
                WHERE s.company_id = \(transaction.company) AND s.run_id = \(run) AND s.line = r.line
            )
            INSERT INTO scrape_errors (company_id, run_id, line, column_name, reason)
            SELECT \(transaction.company), \(run), line, NULL,
                'repeats item ' || left(item_key, 80) || ' of line ' || first_line
            FROM repeated
            ON CONFLICT DO NOTHING
            """)
    }

    /// In a book of observations, rows of items nobody has named yet cannot be used.
    /// - Returns: how many were set aside.
    func setAsideUnknownItems(of source: SourceID) async throws -> Int {
        try await transaction.execute(
            """
            WITH unknown AS (
                DELETE FROM staged_rows s
                WHERE s.company_id = \(transaction.company) AND s.run_id = \(run) AND NOT EXISTS (
                    SELECT FROM listings l WHERE l.company_id = s.company_id AND l.source_id = \(source.rawValue)
                        AND l.shop = s.shop AND l.item_key = s.item_key)
                RETURNING line, item_key
            )
            INSERT INTO scrape_errors (company_id, run_id, line, column_name, reason)
            SELECT \(transaction.company), \(run), line, NULL,
                'no listing of this source has item ' || left(item_key, 80) || ' yet; import its catalogue first'
            FROM unknown
            ON CONFLICT DO NOTHING
            """)
    }

    /// Good rows, distinct items and the newest day that are staged.
    func counts() async throws -> StagedCounts {
        let rows = try await transaction.fetch(
            Query<StagedCounts>(
                """
                SELECT coalesce(sum(rows), 0)::bigint, count(*), max(newest) FROM (
                    SELECT count(*) AS rows, max(observed_on) AS newest FROM staged_rows
                    WHERE company_id = \(transaction.company) AND run_id = \(run) GROUP BY shop, item_key) AS items
                """))
        guard let counts = rows.first else { throw DatabaseError(state: .unreadableRow, message: "no counts") }
        return counts
    }
}

/// What a run has staged.
struct StagedCounts: RowDecodable {
    let rows: Int
    let items: Int
    let newestDay: CalendarDay?

    init(row: inout RowReader) throws {
        rows = try row.next()
        items = try row.next()
        newestDay = try row.nextOptional()
    }
}
