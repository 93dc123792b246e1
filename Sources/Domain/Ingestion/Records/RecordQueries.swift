import Catalog
import Companies
import Foundation
import Postgres

/// Dated records on their way from a source to everybody who reads them.
struct RecordQueries {
    let table: RecordTable
    let run: UUID
    let transaction: CompanyTransaction

    private var mine: SQL { "company_id = \(transaction.company) AND run_id = \(run)" }
    private var identity: String { table.identity.joined(separator: ", ") }

    /// Staged rows, of those that came twice the first.
    private var firsts: SQL {
        """
        SELECT DISTINCT ON (\(unsafe: identity)) * FROM \(unsafe: table.staged) WHERE \(mine)
        ORDER BY \(unsafe: identity), line
        """
    }

    /// What joins the rows `a` and `s` of one record.
    private func same(_ kept: String, _ staged: String, of source: UUID) -> SQL {
        let pairs = table.identity.map { "\(kept).\($0) = \(staged).\($0)" }.joined(separator: " AND ")
        return
            "\(unsafe: kept).company_id = \(transaction.company) AND \(unsafe: kept).source_id = \(source) AND \(unsafe: pairs)"
    }

    // MARK: - Measuring

    private struct TwoCounts: RowDecodable {
        let first: Int
        let second: Int

        init(row: inout RowReader) throws {
            first = try row.next()
            second = try row.next()
        }
    }

    /// Staged records, and distinct ones among them.
    func counts() async throws -> (rows: Int, items: Int) {
        let rows = try await transaction.fetch(
            Query<TwoCounts>(
                """
                SELECT count(*), count(DISTINCT (\(unsafe: identity))) FROM \(unsafe: table.staged) WHERE \(mine)
                """))
        return rows.first.map { ($0.first, $0.second) } ?? (0, 0)
    }

    /// Rows of field, value and size.
    var values: SQL {
        let fields = table.columns.map { "('\($0.name)', \($0.text), \($0.sizeText))" }.joined(separator: ", ")
        return """
            SELECT v.* FROM \(unsafe: table.staged) s
            CROSS JOIN LATERAL (VALUES \(unsafe: fields)) AS v (field, value, size) WHERE \(mine)
            """
    }

    /// Records dated more than a day after the run began, of those with a date.
    func ahead() async throws -> FieldProfile {
        let rows = try await transaction.fetch(
            Query<TwoCounts>(
                """
                SELECT count(\(unsafe: table.date)),
                    count(*) FILTER (WHERE \(unsafe: table.date) > r.started_at + interval '1 day')
                FROM \(unsafe: table.staged) s JOIN scrape_runs r ON r.company_id = s.company_id AND r.run_id = s.run_id
                WHERE s.company_id = \(transaction.company) AND s.run_id = \(run)
                """))
        return FieldProfile(records: rows.first?.first ?? 0, filled: rows.first?.second ?? 0)
    }

    // MARK: - Taking over

    /// Takes the staged records over; of one that came twice the first counts. What did not change is not written.
    func publish(of source: SourceID, at moment: Date) async throws -> (new: Int, changed: Int) {
        let names = (table.identity + table.columns.map(\.name)).joined(separator: ", ")
        let taken = (table.identity + table.columns.map(\.taken)).joined(separator: ", ")
        let changes = table.columns.map { "\($0.name) = \($0.merged)" }.joined(separator: ", ")
        let merged = table.columns.map(\.merged).joined(separator: ", ")
        let known = table.columns.map { "a.\($0.name)" }.joined(separator: ", ")
        let rows = try await transaction.fetch(
            Query<TwoCounts>(
                """
                WITH first_of AS (\(firsts)), written AS (
                    INSERT INTO \(unsafe: table.kept) AS a (company_id, \(unsafe: table.id.map { "\($0), " } ?? "")source_id,
                        \(unsafe: names), first_seen_at, run_id, line)
                    SELECT company_id, \(unsafe: table.id == nil ? "" : "gen_random_uuid(), ")\(source.rawValue),
                        \(unsafe: taken), \(moment), run_id, line FROM first_of
                    ON CONFLICT (company_id, source_id, \(unsafe: identity)) DO UPDATE SET \(unsafe: changes),
                        run_id = excluded.run_id, line = excluded.line
                    WHERE (\(unsafe: merged)) IS DISTINCT FROM (\(unsafe: known))
                    RETURNING (xmax = 0) AS is_new
                )
                SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new) FROM written
                """))
        try await dropRest(of: source)
        try await transaction.execute("DELETE FROM \(unsafe: table.staged) WHERE \(mine)")
        return rows.first.map { ($0.first, $0.second) } ?? (0, 0)
    }

    /// Lets go of what belongs to staged records and was not staged.
    private func dropRest(of source: SourceID) async throws {
        guard !table.whole.isEmpty else { return }
        let whole = table.whole.map { "w.\($0) = a.\($0)" }.joined(separator: " AND ")
        try await transaction.execute(
            """
            DELETE FROM \(unsafe: table.kept) a USING (SELECT DISTINCT \(unsafe: table.whole.joined(separator: ", "))
                FROM \(unsafe: table.staged) WHERE \(mine)) w
            WHERE a.company_id = \(transaction.company) AND a.source_id = \(source.rawValue) AND \(unsafe: whole)
                AND NOT EXISTS (SELECT FROM \(unsafe: table.staged) s
                    WHERE s.run_id = \(run) AND \(same("a", "s", of: source.rawValue)) AND s.company_id = a.company_id)
            """)
    }

    // MARK: - Reading anew

    /// Leaves out what a later run has said since.
    /// - Parameter later: a query for the ids of later runs.
    func dropSuperseded(by later: SQL, of source: UUID) -> SQL {
        """
        DELETE FROM \(unsafe: table.staged) s USING \(unsafe: table.kept) a
        WHERE s.company_id = \(transaction.company) AND s.run_id = \(run)
            AND \(same("a", "s", of: source)) AND a.run_id IN (\(later))
        """
    }

    /// Staged records held against those this run has written: rows of item, field, before and after.
    func differences(of source: UUID) -> SQL {
        let compared = table.columns.filter(\.isCompared)
        let old = compared.map { "a.\($0.name) AS old_\($0.name)" }.joined(separator: ", ")
        let fields = compared.map { "('\($0.name)', p.old_\($0.name)::text, p.\($0.name)::text)" }
            .joined(separator: ", ")
        return """
            WITH s AS (\(firsts)), pair AS (
                SELECT s.*, a.run_id AS written_by, \(unsafe: old) FROM s
                LEFT JOIN \(unsafe: table.kept) a ON \(same("a", "s", of: source))
            )
            SELECT \(unsafe: table.title) AS item, 'item' AS field, NULL::text AS before, \(unsafe: table.place) AS after
                FROM pair WHERE written_by IS NULL
            UNION ALL SELECT p.item, f.field, f.before, f.after
                FROM (SELECT \(unsafe: table.title) AS item, pair.* FROM pair) p
                CROSS JOIN LATERAL (VALUES \(unsafe: fields)) AS f (field, before, after)
                WHERE p.written_by = \(run) AND f.before IS DISTINCT FROM f.after AND f.after IS NOT NULL
            UNION ALL SELECT \(unsafe: table.title), 'gone', \(unsafe: table.place), NULL FROM \(unsafe: table.kept) a
                WHERE a.company_id = \(transaction.company) AND a.run_id = \(run) AND NOT EXISTS (
                    SELECT FROM s WHERE \(same("a", "s", of: source)))
            """
    }
}
