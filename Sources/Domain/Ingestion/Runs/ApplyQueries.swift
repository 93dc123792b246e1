import Catalog
import Companies
import Foundation
import Postgres

/// Turns a run's staged rows into listings and history, set by set. Rows that change nothing write nothing.
struct ApplyQueries {
    let run: UUID
    let source: SourceID
    let transaction: CompanyTransaction

    /// - Returns: listings made and listings changed.
    func apply(observationsOnly: Bool) async throws -> (new: Int, changed: Int) {
        try await SignalClockQueries(transaction: transaction).advance()
        let counts =
            observationsOnly ? (new: 0, changed: try await updateObserved()) : try await upsertListings()
        try await writePrices()
        try await writeInventory()
        try await transaction.execute(
            "DELETE FROM staged_rows WHERE company_id = \(transaction.company) AND run_id = \(run)")
        try await SourceUpkeepQueries(source: source, transaction: transaction).recount()
        return counts
    }

    private var tick: SQL { SignalClockQueries.tick(of: transaction.company) }

    /// The newest row of each item in this run.
    private var newestRows: SQL {
        """
        SELECT DISTINCT ON (shop, item_key) * FROM staged_rows
        WHERE company_id = \(transaction.company) AND run_id = \(run)
        ORDER BY shop, item_key, observed_on DESC, observed_at DESC NULLS LAST, line DESC
        """
    }

    private struct Written: RowDecodable, Sendable {
        let new: Int
        let changed: Int
        init(row: inout RowReader) throws {
            new = try row.next()
            changed = try row.next()
        }
    }

    /// As `DirectQueries` does it for a list of one day; an older list may still lower the day an item was first seen.
    private func upsertListings() async throws -> (new: Int, changed: Int) {
        let rows = try await transaction.fetch(
            Query<Written>(
                """
                WITH newest AS (\(newestRows)), written AS (
                    INSERT INTO listings AS l (company_id, listing_id, source_id, item_key, shop, name, title, brand,
                        producer, category, country, volume_ml, pack_units, strength_bp, vintage, age_years, gtin,
                        other_gtins, container, price_minor, regular_price_minor, currency, price_kind, stock_units,
                        store_count, url, first_seen, last_seen, run_id, line, row_hash)
                    SELECT company_id, gen_random_uuid(), \(source.rawValue), item_key, shop, name, title, brand, producer,
                        category, country, volume_ml, pack_units, strength_bp, vintage, age_years, gtin, other_gtins,
                        container, price_minor, regular_price_minor, currency, price_kind, stock_units, store_count, url, observed_on,
                        observed_on, run_id, line, row_hash
                    FROM newest
                    \(DirectQueries.update)
                    RETURNING (xmax = 0) AS is_new
                )
                SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new) FROM written
                """))
        try await transaction.execute(
            """
            UPDATE listings l SET first_seen = s.first_seen FROM (
                SELECT shop, item_key, min(observed_on) AS first_seen FROM staged_rows
                WHERE company_id = \(transaction.company) AND run_id = \(run) GROUP BY shop, item_key) AS s
            WHERE l.company_id = \(transaction.company) AND l.source_id = \(source.rawValue)
                AND l.shop = s.shop AND l.item_key = s.item_key AND s.first_seen < l.first_seen
            """)
        return rows.first.map { ($0.new, $0.changed) } ?? (0, 0)
    }

    /// Price and stock of known items.
    private func updateObserved() async throws -> Int {
        try await transaction.execute(
            """
            WITH newest AS (\(newestRows))
            UPDATE listings l SET
                price_minor = coalesce(n.price_minor, l.price_minor),
                regular_price_minor = n.regular_price_minor,
                currency = coalesce(n.currency, l.currency), stock_units = n.stock_units,
                store_count = n.store_count, last_seen = n.observed_on, row_hash = NULL
            FROM newest n
            WHERE l.company_id = \(transaction.company) AND l.source_id = \(source.rawValue)
                AND l.shop = n.shop AND l.item_key = n.item_key AND n.observed_on >= l.last_seen
                AND (l.price_minor, l.stock_units, l.store_count, l.last_seen) IS DISTINCT FROM
                    (coalesce(n.price_minor, l.price_minor), n.stock_units, n.store_count, n.observed_on)
            """)
    }

    private func writePrices() async throws {
        try await transaction.execute(
            """
            INSERT INTO price_history AS h (company_id, listing_id, observed_on, price_minor, currency,
                regular_price_minor, run_id, line, tick)
            SELECT DISTINCT ON (l.listing_id, s.observed_on) l.company_id, l.listing_id, s.observed_on, s.price_minor,
                s.currency, s.regular_price_minor, s.run_id, s.line, \(tick)
            FROM staged_rows s JOIN listings l ON l.company_id = s.company_id AND l.source_id = \(source.rawValue)
                AND l.shop = s.shop AND l.item_key = s.item_key
            WHERE s.company_id = \(transaction.company) AND s.run_id = \(run) AND s.price_minor IS NOT NULL
            ORDER BY l.listing_id, s.observed_on, s.observed_at DESC NULLS LAST, s.line DESC
            ON CONFLICT (company_id, listing_id, observed_on) DO UPDATE SET
                price_minor = excluded.price_minor, currency = excluded.currency,
                regular_price_minor = excluded.regular_price_minor, run_id = excluded.run_id, line = excluded.line,
                tick = excluded.tick
            WHERE (h.price_minor, h.currency, h.regular_price_minor) IS DISTINCT FROM
                (excluded.price_minor, excluded.currency, excluded.regular_price_minor)
            """)
    }

    private func writeInventory() async throws {
        try await transaction.execute(
            """
            INSERT INTO inventory_history AS h (company_id, listing_id, observed_at, stock_units, store_count, run_id,
                line, tick)
            SELECT DISTINCT ON (l.listing_id, moment) l.company_id, l.listing_id,
                coalesce(s.observed_at, s.observed_on::timestamp AT TIME ZONE 'UTC') AS moment, s.stock_units,
                s.store_count, s.run_id, s.line, \(tick)
            FROM staged_rows s JOIN listings l ON l.company_id = s.company_id AND l.source_id = \(source.rawValue)
                AND l.shop = s.shop AND l.item_key = s.item_key
            WHERE s.company_id = \(transaction.company) AND s.run_id = \(run)
                AND (s.stock_units IS NOT NULL OR s.store_count IS NOT NULL)
            ORDER BY l.listing_id, moment, s.line DESC
            ON CONFLICT (company_id, listing_id, observed_at) DO UPDATE SET
                stock_units = excluded.stock_units, store_count = excluded.store_count, run_id = excluded.run_id,
                line = excluded.line, tick = excluded.tick
            WHERE (h.stock_units, h.store_count) IS DISTINCT FROM (excluded.stock_units, excluded.store_count)
            """)
    }
}
