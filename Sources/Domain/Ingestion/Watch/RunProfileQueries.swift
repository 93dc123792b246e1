import Companies
import Foundation
import Postgres

/// Measures what a run has staged, keeps it, and finds the runs it can be held against.
struct RunProfileQueries {
    let run: UUID
    let transaction: CompanyTransaction

    // MARK: - Measuring

    /// - Parameters:
    ///   - source, shop: whose listings the rows are held against.
    ///   - before: the day of the last run that was taken over; nil without one.
    func products(of source: UUID, shop: String, before: Date?) async throws -> [String: FieldProfile] {
        var found = Dictionary(uniqueKeysWithValues: try await fields().map { ($0.field, $0.profile) })
        var rows = try await transaction.fetch(Query<FieldProfileRow>(figures(source, shop)))
        rows += try await transaction.fetch(Query<FieldProfileRow>(tail))
        if let before { rows += try await transaction.fetch(Query<FieldProfileRow>(gone(source, shop, before))) }
        for row in rows { found[row.field] = row.profile }
        return found
    }

    private var staged: SQL { "company_id = \(transaction.company) AND run_id = \(run)" }

    /// Columns of staged rows, each with what counts as its size.
    private func fields() async throws -> [FieldProfileRow] {
        try await transaction.fetch(
            Query<FieldProfileRow>(
                profile(
                    of: """
                        SELECT v.* FROM staged_rows s CROSS JOIN LATERAL (VALUES
                            ('name', name, length(name)::double precision), ('brand', brand, length(brand)),
                            ('category', category, NULL), ('volume_ml', volume_ml::text, volume_ml),
                            ('strength_bp', strength_bp::text, strength_bp), ('gtin', gtin, length(gtin)),
                            ('price_minor', price_minor::text, price_minor),
                            ('regular_price_minor', regular_price_minor::text, regular_price_minor),
                            -- Of what has a price alone.
                            ('currency', CASE WHEN price_minor IS NOT NULL THEN currency END, NULL),
                            ('price_kind', CASE WHEN price_minor IS NOT NULL THEN price_kind END, NULL),
                            ('stock_units', stock_units::text, stock_units), ('url', url, length(url))
                        ) AS v (field, value, size) WHERE \(staged)
                        """)))
    }

    /// - Parameter values: rows of field, value and size.
    func fields(of values: SQL) async throws -> [String: FieldProfile] {
        let rows = try await transaction.fetch(Query<FieldProfileRow>(profile(of: values)))
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.field, $0.profile) })
    }

    /// - Parameter values: rows of field, value and size.
    private func profile(of values: SQL) -> SQL {
        """
        WITH v AS (\(values)), common AS (
            SELECT DISTINCT ON (field) field, value, times FROM (
                SELECT field, value, count(*) AS times FROM v WHERE value IS NOT NULL GROUP BY field, value) AS counted
            ORDER BY field, times DESC, value
        )
        SELECT v.field, count(*), count(v.value), count(DISTINCT v.value),
            percentile_disc(0.1) WITHIN GROUP (ORDER BY v.size), percentile_disc(0.5) WITHIN GROUP (ORDER BY v.size),
            percentile_disc(0.9) WITHIN GROUP (ORDER BY v.size), left(max(c.value), 200), coalesce(max(c.times), 0)
        FROM v LEFT JOIN common c ON c.field = v.field GROUP BY v.field
        """
    }

    /// Rows held against the listings of the same shop.
    private func figures(_ source: UUID, _ shop: String) -> SQL {
        """
        WITH s AS (
            SELECT DISTINCT ON (item_key) * FROM staged_rows WHERE \(staged) ORDER BY item_key, line
        ), pair AS (
            SELECT s.*, l.listing_id, l.name AS old_name, l.gtin AS old_gtin,
                CASE WHEN l.price_minor > 0 AND l.currency = s.currency
                    THEN s.price_minor::double precision / l.price_minor END AS ratio
            FROM s LEFT JOIN listings l ON l.company_id = s.company_id AND l.source_id = \(source) AND l.shop = \(shop)
                AND l.item_key = s.item_key
        ), middle AS (
            SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY ratio) AS ratio FROM pair WHERE ratio IS NOT NULL
        )
        SELECT f.field, f.records, f.filled, 0::bigint, f.low, f.middle, f.high, NULL::text, 0::bigint
        FROM (SELECT count(*) AS rows, count(listing_id) AS known, count(ratio) AS priced,
                count(*) FILTER (WHERE ratio <> 1) AS moved,
                count(*) FILTER (WHERE ratio <> 1 AND abs(ratio / (SELECT ratio FROM middle) - 1) <= 0.02) AS together,
                percentile_disc(0.1) WITHIN GROUP (ORDER BY ratio) AS low,
                percentile_disc(0.5) WITHIN GROUP (ORDER BY ratio) AS middle,
                percentile_disc(0.9) WITHIN GROUP (ORDER BY ratio) AS high,
                count(*) FILTER (WHERE name <> old_name) AS names,
                count(*) FILTER (WHERE gtin IS NOT NULL AND old_gtin IS NOT NULL) AS coded,
                count(*) FILTER (WHERE gtin <> old_gtin) AS codes,
                count(stock_units) AS stocked, count(*) FILTER (WHERE stock_units = 0) AS out_of_stock
            FROM pair) AS n
        CROSS JOIN LATERAL (VALUES
            ('run:known', n.rows, n.known, NULL::double precision, NULL::double precision, NULL::double precision),
            ('run:moved', n.priced, n.moved, n.low, n.middle, n.high),
            ('run:together', n.priced, n.together, NULL, NULL, NULL),
            ('run:names', n.known, n.names, NULL, NULL, NULL),
            ('run:codes', n.coded, n.codes, NULL, NULL, NULL),
            ('run:out_of_stock', n.rows, n.out_of_stock, NULL, NULL, NULL)
        ) AS f (field, records, filled, low, middle, high)
        """
    }

    /// What the run before had and this one has not, and whether it went by brand or shelf.
    private func gone(_ source: UUID, _ shop: String, _ before: Date) -> SQL {
        """
        WITH s AS (SELECT DISTINCT item_key, name, brand, category FROM staged_rows WHERE \(staged)),
        old AS (
            SELECT item_key, name, brand, category, line % \(RawRecordQueries.linesOfRecord) AS place FROM listings WHERE company_id = \(transaction.company)
                AND source_id = \(source) AND shop = \(shop) AND last_seen >= (\(before) AT TIME ZONE 'UTC')::date
        ), lost AS (
            SELECT * FROM old o WHERE NOT EXISTS (SELECT FROM s WHERE s.item_key = o.item_key)
        ), together AS (
            SELECT count(*) AS lost, count(*) FILTER (WHERE
                l.brand IS NOT NULL AND NOT EXISTS (SELECT FROM s WHERE s.brand = l.brand)
                OR l.category IS NOT NULL AND NOT EXISTS (SELECT FROM s WHERE s.category = l.category)) AS whole
            FROM lost l
        ), fresh AS (
            SELECT count(*) AS fresh, count(*) FILTER (WHERE EXISTS (SELECT FROM lost l WHERE l.name = s.name)) AS renamed
            FROM s WHERE NOT EXISTS (SELECT FROM old o WHERE o.item_key = s.item_key)
        )
        SELECT f.field, f.records, f.filled, 0::bigint, NULL::double precision, f.middle, NULL::double precision,
            NULL::text, 0::bigint
        FROM together t CROSS JOIN fresh n CROSS JOIN LATERAL (VALUES
            ('run:gone', (SELECT count(*) FROM old), t.lost,
                ((SELECT avg(place) FROM lost) / nullif((SELECT avg(place) FROM old), 0))::double precision),
            ('run:gone_together', t.lost, t.whole, NULL), ('run:renamed', n.fresh, n.renamed, NULL)
        ) AS f (field, records, filled, middle)
        """
    }

    /// Records of pages, in order. Lines say which raw record a row came from, and that which page.
    private var tail: SQL {
        """
        WITH found AS (
            SELECT w.page, count(*) AS rows FROM staged_rows s JOIN raw_records w ON w.company_id = s.company_id
                AND w.run_id = s.run_id AND w.record = s.line / \(RawRecordQueries.linesOfRecord)
            WHERE s.company_id = \(transaction.company) AND s.run_id = \(run) GROUP BY w.page
        ), page AS (
            SELECT n.page, coalesce(f.rows, 0) AS rows, count(*) OVER () AS pages FROM (
                SELECT generate_series(1, p.pages) AS page FROM run_progress p WHERE p.\(staged)) AS n
            LEFT JOIN found f ON f.page = n.page
        )
        SELECT 'run:tail', count(*), count(*) FILTER (WHERE rows = 0), 0::bigint,
            avg(rows) FILTER (WHERE page <= pages / 2)::double precision,
            (avg(rows) FILTER (WHERE page > pages / 2)
                / nullif(avg(rows) FILTER (WHERE page <= pages / 2), 0))::double precision,
            avg(rows)::double precision, NULL::text, 0::bigint
        FROM page HAVING count(*) >= 4
        """
    }

    // MARK: - Keeping

    func keep(_ profile: RunProfile) async throws {
        var (fields, records, filled, distinct) = (
            ArrayBinding<String>(), ArrayBinding<Int>(), ArrayBinding<Int>(), ArrayBinding<Int>()
        )
        var (low, middle, high) = (ArrayBinding<Double>(), ArrayBinding<Double>(), ArrayBinding<Double>())
        var (commonest, counts) = (ArrayBinding<String>(), ArrayBinding<Int>())
        for (field, value) in profile.fields.sorted(by: { $0.key < $1.key }) {
            fields.append(field)
            records.append(value.records)
            filled.append(value.filled)
            distinct.append(value.distinct)
            low.append(value.low)
            middle.append(value.middle)
            high.append(value.high)
            commonest.append(value.commonest)
            counts.append(value.commonestCount)
        }
        guard fields.count > 0 else { return }
        try await transaction.execute(
            """
            INSERT INTO run_fields (company_id, run_id, field, records, filled, distinct_values, low, middle, high,
                commonest, commonest_count)
            SELECT \(transaction.company), \(run), * FROM unnest(\(fields), \(records), \(filled), \(distinct), \(low),
                \(middle), \(high), \(commonest), \(counts))
            """)
    }

    func keep(_ findings: [WatchFinding]) async throws {
        for finding in findings {
            try await transaction.execute(
                """
                INSERT INTO run_findings (company_id, run_id, finding, field, usual, seen, sentence, holds)
                VALUES (\(transaction.company), \(run), \(finding.code), \(finding.field), \(finding.usual),
                    \(finding.seen), \(finding.sentence), \(finding.holds)) ON CONFLICT DO NOTHING
                """)
        }
    }

    // MARK: - Comparing

    private struct PastRun: RowDecodable {
        let run: UUID
        let items: Int
        let isComplete: Bool
        let startedAt: Date

        init(row: inout RowReader) throws {
            run = try row.next()
            items = try row.next()
            isComplete = try row.next()
            startedAt = try row.next()
        }
    }

    private struct PastField: RowDecodable {
        let run: UUID
        let row: FieldProfileRow

        init(row: inout RowReader) throws {
            run = try row.next()
            self.row = try FieldProfileRow(row: &row)
        }
    }

    /// Comparable runs, the newest first: of the same connection and book, whole, and taken over.
    func past(of connection: UUID, book: String) async throws -> (profiles: [RunProfile], newest: Date?) {
        let runs = try await transaction.fetch(
            Query<PastRun>(
                """
                SELECT run_id, items, is_complete, started_at FROM scrape_runs
                WHERE company_id = \(transaction.company) AND connection_id = \(connection) AND book = \(book)
                    AND state = 'applied' AND is_complete AND items > 0 AND run_id <> \(run)
                    -- What a person took over although it looked wrong is the new usual.
                    AND started_at >= coalesce((SELECT max(a.started_at) FROM scrape_runs a JOIN run_findings f
                        ON f.company_id = a.company_id AND f.run_id = a.run_id AND f.holds
                        WHERE a.company_id = \(transaction.company) AND a.connection_id = \(connection)
                            AND a.state = 'applied'), '-infinity')
                ORDER BY started_at DESC LIMIT \(RunWatch.mostPast)
                """))
        guard !runs.isEmpty else { return ([], nil) }
        let ids = runs.map(\.run)
        let fields = try await transaction.fetch(
            Query<PastField>(
                """
                SELECT run_id, field, records, filled, distinct_values, low, middle, high, commonest, commonest_count
                FROM run_fields WHERE company_id = \(transaction.company) AND run_id = ANY (\(ids))
                """))
        let profiles = runs.map { run in
            let own = fields.filter { $0.run == run.run }.map { ($0.row.field, $0.row.profile) }
            return RunProfile(
                items: run.items, isComplete: run.isComplete,
                fields: Dictionary(own, uniquingKeysWith: { first, _ in first }))
        }
        return (profiles, runs.first?.startedAt)
    }
}
