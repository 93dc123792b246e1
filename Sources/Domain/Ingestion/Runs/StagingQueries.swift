import Catalog
import Companies
import Foundation
import Postgres

/// Stages rows whose place among the others is known only at the end: a list of several days, observations, a held file.
struct StagingQueries {
    let run: UUID
    let transaction: CompanyTransaction

    /// Keeps every raw row and stages the good ones.
    /// - Parameter block: the batch's number in the run.
    func stage(_ batch: RowBatch, block: Int) async throws {
        var statements = RunEvidenceQueries(run: run, company: transaction.company).keep(batch, block: block)
        if batch.count > 0 { statements.append(rows(batch)) }
        if !statements.isEmpty { _ = try await transaction.execute(all: statements) }
    }

    private func rows(_ batch: RowBatch) -> SQL {
        """
        INSERT INTO staged_rows (company_id, run_id, line, item_key, shop, name, title, brand, producer,
            category, country, volume_ml, pack_units, strength_bp, vintage, age_years, gtin, other_gtins,
            container, price_minor, currency, price_kind, regular_price_minor, stock_units, store_count, observed_on, observed_at, url, notes, row_hash)
        SELECT \(transaction.company), \(run), unnest(\(batch.lines)), \(batch.itemKeys.spread),
            \(batch.shops.spread), \(batch.names.spread), \(batch.titles.spread), \(batch.brands.spread),
            \(batch.producers.spread), \(batch.categories.spread), \(batch.countries.spread),
            \(batch.volumes.spread), \(batch.packUnits.spread), \(batch.strengths.spread),
            \(batch.vintages.spread), \(batch.ages.spread), \(batch.gtins.spread), \(batch.otherGTINs.spread),
            \(batch.containers.spread), \(batch.prices.spread),
            \(batch.currencies.spread), \(batch.priceKinds.spread), \(batch.regularPrices.spread),
            \(batch.stocks.spread), \(batch.stores.spread), \(batch.days.spread), \(batch.moments.spread),
            \(batch.urls.spread), \(batch.notes.spread), \(batch.digests.spread)
        """
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
