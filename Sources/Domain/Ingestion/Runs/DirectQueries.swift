import Catalog
import Companies
import Foundation
import Postgres

/// Writes the rows of a one-day list straight into listings and history, batch by batch: each row is written once, and a
/// row that changes nothing costs one look into an index.
///
/// Needs the source's lock, so that nobody else makes or changes its listings meanwhile, and every item at most once in
/// the list.
struct DirectQueries {
    let run: UUID
    let source: SourceID
    let day: CalendarDay
    let transaction: CompanyTransaction

    /// Sets the point that `takeBack` returns to, and how statements are planned until then or the transaction's end: the
    /// planner knows nothing about rows of this very transaction. With sorting off it finds rows by the one index that
    /// `split` asks for in order, and one plan serves all batches.
    static func begin(in transaction: CompanyTransaction) async throws {
        _ = try await transaction.execute(all: [
            "SAVEPOINT direct",
            "SELECT set_config('enable_sort', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)",
        ])
    }

    /// Undoes everything since `begin`.
    static func takeBack(in transaction: CompanyTransaction) async throws {
        try await transaction.execute("ROLLBACK TO SAVEPOINT direct")
    }

    /// - Parameter isFirstList: whether the source had no listing when the run began.
    /// - Returns: listings made and listings changed.
    func write(_ batch: RowBatch, block: Int, isFirstList: Bool) async throws -> (new: Int, changed: Int) {
        var statements = RunEvidenceQueries(run: run, company: transaction.company).keep(batch, block: block)
        let evidence = statements.count
        var madeAt: Int?
        var changedAt: Int?
        if batch.count > 0 {
            let (new, known) = isFirstList ? (Array(0..<batch.count), []) : try await split(batch)
            if !new.isEmpty {
                madeAt = evidence
                statements += insertions(batch.selecting(new))
            }
            if !known.isEmpty {
                changedAt = statements.count
                statements += changes(batch.selecting(known.map(\.position)), of: known)
            }
        }
        guard !statements.isEmpty else { return (0, 0) }
        let touched = try await transaction.execute(all: statements)
        return (madeAt.map { touched[$0] } ?? 0, changedAt.map { touched[$0] } ?? 0)
    }

    /// The positions of new rows, and the rows that may change a listing. Written as the first item in the range of
    /// this one, because only the item's own index answers that without sorting: left the choice, a planner without
    /// statistics read all listings of the source for every batch.
    private func split(_ batch: RowBatch) async throws -> (new: [Int], known: [UnsettledRow]) {
        let rows = try await transaction.fetch(
            Query<UnsettledRow>(
                """
                SELECT t.n, l.listing_id, coalesce(\(day) < l.first_seen, false)
                FROM (SELECT generate_series(0, \(batch.count - 1)) AS n, \(batch.itemKeys.spread) AS item_key,
                    \(batch.shops.spread) AS shop, \(batch.digests.spread) AS row_hash) AS t
                LEFT JOIN LATERAL (
                    SELECT listing_id, first_seen, last_seen, row_hash FROM listings
                    WHERE company_id = \(transaction.company) AND source_id = \(source.rawValue)
                        AND (shop, item_key) >= (t.shop, t.item_key) AND (shop, item_key) <= (t.shop, t.item_key)
                    ORDER BY shop, item_key LIMIT 1) AS l ON true
                WHERE l.listing_id IS NULL OR l.last_seen <> \(day) OR l.row_hash IS DISTINCT FROM t.row_hash
                """)
        ).sorted { $0.position < $1.position }
        return (rows.filter { $0.listing == nil }.map(\.position), rows.filter { $0.listing != nil })
    }

    private func insertions(_ rows: RowBatch) -> [SQL] {
        var ids = ListingIDs()
        var listings = ArrayBinding<UUID>(minimumCapacity: rows.count)
        for _ in 0..<rows.count { listings.append(ids.next()) }
        return [insertion(rows, of: listings)] + history(rows, of: listings, mayExist: false)
    }

    private func changes(_ rows: RowBatch, of known: [UnsettledRow]) -> [SQL] {
        var listings = ArrayBinding<UUID>(minimumCapacity: rows.count)
        for row in known { listings.append(row.listing) }
        var statements: [SQL] = ["\(insertion(rows, of: listings)) \(Self.update)"]
        let earlier = known.filter(\.isEarlier).compactMap(\.listing)
        if !earlier.isEmpty {
            statements.append(
                """
                UPDATE listings SET first_seen = \(day)
                WHERE company_id = \(transaction.company) AND listing_id = ANY (\(earlier))
                """)
        }
        return statements + history(rows, of: listings, mayExist: true)
    }

    private func insertion(_ rows: RowBatch, of listings: ArrayBinding<UUID>) -> SQL {
        """
        INSERT INTO listings AS l (company_id, listing_id, source_id, item_key, shop, name, title, brand, producer,
            category, country, volume_ml, pack_units, strength_bp, vintage, age_years, gtin, other_gtins,
            container, price_minor, regular_price_minor, currency, price_kind, stock_units, store_count, url, first_seen, last_seen, run_id,
            line, row_hash)
        SELECT \(transaction.company), \(listings.spread), \(source.rawValue), \(rows.itemKeys.spread),
            \(rows.shops.spread), \(rows.names.spread), \(rows.titles.spread), \(rows.brands.spread),
            \(rows.producers.spread), \(rows.categories.spread), \(rows.countries.spread), \(rows.volumes.spread),
            \(rows.packUnits.spread), \(rows.strengths.spread), \(rows.vintages.spread), \(rows.ages.spread),
            \(rows.gtins.spread), \(rows.otherGTINs.spread), \(rows.containers.spread),
            \(rows.prices.spread), \(rows.regularPrices.spread), \(rows.currencies.spread),
            \(rows.priceKinds.spread), \(rows.stocks.spread), \(rows.stores.spread), \(rows.urls.spread), \(day),
            \(day), \(run), \(rows.lines.spread), \(rows.digests.spread)
        """
    }

    /// A list older than what a listing shows leaves it as it is. A field the list does not state keeps what an earlier
    /// list said, except price and stock, which are of their day.
    static let update: SQL = """
        ON CONFLICT (company_id, source_id, shop, item_key) DO UPDATE SET
            name = excluded.name, title = excluded.title, brand = coalesce(excluded.brand, l.brand),
            producer = coalesce(excluded.producer, l.producer), category = coalesce(excluded.category, l.category),
            country = coalesce(excluded.country, l.country), volume_ml = coalesce(excluded.volume_ml, l.volume_ml),
            pack_units = coalesce(excluded.pack_units, l.pack_units),
            strength_bp = coalesce(excluded.strength_bp, l.strength_bp),
            vintage = coalesce(excluded.vintage, l.vintage), age_years = coalesce(excluded.age_years, l.age_years),
            gtin = coalesce(excluded.gtin, l.gtin), other_gtins = coalesce(excluded.other_gtins, l.other_gtins),
            container = coalesce(excluded.container, l.container), price_minor = excluded.price_minor,
            regular_price_minor = excluded.regular_price_minor, currency = excluded.currency,
            price_kind = excluded.price_kind, stock_units = excluded.stock_units,
            store_count = excluded.store_count, url = coalesce(excluded.url, l.url),
            first_seen = least(l.first_seen, excluded.first_seen), last_seen = excluded.last_seen,
            run_id = excluded.run_id, line = excluded.line, row_hash = excluded.row_hash,
            awaits_matching = l.awaits_matching OR (excluded.name, coalesce(excluded.brand, l.brand),
                coalesce(excluded.producer, l.producer), coalesce(excluded.category, l.category),
                coalesce(excluded.volume_ml, l.volume_ml), coalesce(excluded.pack_units, l.pack_units),
                coalesce(excluded.strength_bp, l.strength_bp), coalesce(excluded.vintage, l.vintage),
                coalesce(excluded.age_years, l.age_years), coalesce(excluded.gtin, l.gtin),
                coalesce(excluded.other_gtins, l.other_gtins), coalesce(excluded.container, l.container))
                IS DISTINCT FROM (l.name, l.brand, l.producer, l.category, l.volume_ml, l.pack_units, l.strength_bp,
                    l.vintage, l.age_years, l.gtin, l.other_gtins, l.container)
        WHERE excluded.last_seen > l.last_seen OR (excluded.last_seen = l.last_seen AND
            (excluded.name, excluded.price_minor, excluded.regular_price_minor, excluded.currency,
                excluded.stock_units, excluded.store_count, coalesce(excluded.gtin, l.gtin),
                coalesce(excluded.volume_ml, l.volume_ml), coalesce(excluded.category, l.category),
                coalesce(excluded.vintage, l.vintage), coalesce(excluded.other_gtins, l.other_gtins),
                coalesce(excluded.container, l.container))
            IS DISTINCT FROM (l.name, l.price_minor, l.regular_price_minor, l.currency, l.stock_units,
                l.store_count, l.gtin, l.volume_ml, l.category, l.vintage, l.other_gtins, l.container))
        """

    /// - Parameter mayExist: whether another list of the day may have written history of these listings.
    private func history(_ rows: RowBatch, of listings: ArrayBinding<UUID>, mayExist: Bool) -> [SQL] {
        let tick = SignalClockQueries.tick(of: transaction.company)
        var statements: [SQL] = []
        if !rows.prices.isEmpty {
            let onlyPriced: SQL = rows.prices.hasNull ? "WHERE price_minor IS NOT NULL" : ""
            let conflict: SQL = """
                ON CONFLICT (company_id, listing_id, observed_on) DO UPDATE SET
                    price_minor = excluded.price_minor, currency = excluded.currency,
                    regular_price_minor = excluded.regular_price_minor, run_id = excluded.run_id, line = excluded.line,
                    tick = excluded.tick
                WHERE (h.price_minor, h.currency, h.regular_price_minor) IS DISTINCT FROM
                    (excluded.price_minor, excluded.currency, excluded.regular_price_minor)
                """
            statements.append(
                """
                INSERT INTO price_history AS h (company_id, listing_id, observed_on, price_minor, currency,
                    regular_price_minor, run_id, line, tick)
                SELECT \(transaction.company), listing_id, \(day), price_minor, currency, regular_price_minor, \(run), line,
                    \(tick)
                FROM (SELECT \(listings.spread) AS listing_id, \(rows.prices.spread) AS price_minor,
                    \(rows.currencies.spread) AS currency, \(rows.regularPrices.spread) AS regular_price_minor,
                    \(rows.lines.spread) AS line) AS t
                \(onlyPriced) \(mayExist ? conflict : "")
                """)
        }
        if !(rows.stocks.isEmpty && rows.stores.isEmpty) {
            let conflict: SQL = """
                ON CONFLICT (company_id, listing_id, observed_at) DO UPDATE SET
                    stock_units = excluded.stock_units, store_count = excluded.store_count,
                    run_id = excluded.run_id, line = excluded.line, tick = excluded.tick
                WHERE (h.stock_units, h.store_count) IS DISTINCT FROM (excluded.stock_units, excluded.store_count)
                """
            statements.append(
                """
                INSERT INTO inventory_history AS h (company_id, listing_id, observed_at, stock_units, store_count, run_id,
                    line, tick)
                SELECT \(transaction.company), listing_id, \(day)::timestamp AT TIME ZONE 'UTC', stock_units, store_count,
                    \(run), line, \(tick)
                FROM (SELECT \(listings.spread) AS listing_id, \(rows.stocks.spread) AS stock_units,
                    \(rows.stores.spread) AS store_count, \(rows.lines.spread) AS line) AS t
                WHERE stock_units IS NOT NULL OR store_count IS NOT NULL \(mayExist ? conflict : "")
                """)
        }
        return statements
    }
}
