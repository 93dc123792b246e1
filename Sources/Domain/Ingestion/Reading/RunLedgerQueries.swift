import Catalog
import Companies
import Connections
import Foundation
import Postgres

/// The rows of one run of a connection.
struct RunLedgerQueries {
    let run: UUID
    let transaction: CompanyTransaction

    struct Counts: RowDecodable {
        let pages: Int
        let records: Int
        let rejects: Int
        let startedAt: Date

        init(row: inout RowReader) throws {
            pages = try row.next()
            records = try row.next()
            rejects = try row.next()
            startedAt = try row.next()
        }
    }

    /// Takes hold of the run as long as it is read.
    /// - Returns: nil when it is over.
    func lock() async throws -> Counts? {
        try await transaction.fetch(
            Query<Counts>(
                """
                SELECT p.pages, p.records, p.rejects, r.started_at
                FROM scrape_runs r JOIN run_progress p ON p.company_id = r.company_id AND p.run_id = r.run_id
                WHERE r.company_id = \(transaction.company) AND r.run_id = \(run) AND r.state = 'running' FOR UPDATE OF r
                """)
        ).first
    }

    /// Keeps what went wrong, with the page it went wrong on and what was answered last.
    func note(_ trouble: RunTrouble, page: Int) async throws {
        guard trouble.cause != .limited else { return }
        try await transaction.execute(
            """
            INSERT INTO scrape_errors (company_id, run_id, line, reason)
            SELECT \(transaction.company), \(run), 0, \("\(trouble.cause.rawValue): \(trouble.description), on page \(page)")
                || coalesce((SELECT '; the last answer was ' || status || ' to ' || method || ' ' || left(url, 300)
                    || ' at ' || to_char(fetched_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC'
                    FROM raw_records WHERE company_id = \(transaction.company) AND run_id = \(run)
                    ORDER BY record DESC LIMIT 1), '')
            ON CONFLICT DO NOTHING
            """)
    }

    func close(_ report: RunReport, day: CalendarDay, at moment: Date) async throws {
        let isHeld = report.state == .held
        try await transaction.execute(
            """
            UPDATE scrape_runs SET state = \(report.state.rawValue), cause = \(report.cause?.rawValue),
                verdict = \(report.verdict?.rawValue), hold_reason = \(isHeld ? report.sentence : nil),
                failure = \(isHeld ? nil : report.sentence), is_complete = \(report.isComplete),
                listed_on = \(report.items > 0 ? day : nil), rows_read = \(report.records + report.rejects),
                rows_good = \(report.records), rows_rejected = \(report.rejects), items = \(report.items),
                listings_new = \(report.new), listings_changed = \(report.changed), finished_at = \(moment),
                tick = \(report.isTakenOver ? SignalClockQueries.tick(of: transaction.company) : "NULL")
            WHERE company_id = \(transaction.company) AND run_id = \(run)
            """)
    }

    /// Held runs of the connection before this one, which it makes superfluous.
    func supersede(_ connection: ConnectionID) async throws {
        let company = transaction.company
        let older: SQL = """
            SELECT run_id FROM scrape_runs WHERE company_id = \(company) AND connection_id = \(connection.rawValue)
                AND state = 'held' AND started_at < (SELECT started_at FROM scrape_runs
                    WHERE company_id = \(company) AND run_id = \(run))
            """
        _ = try await transaction.execute(
            all: StagedRows.forget(of: older, in: company) + [
                """
                UPDATE scrape_runs SET state = 'discarded' WHERE company_id = \(company) AND run_id IN (\(older))
                """
            ])
    }
}
