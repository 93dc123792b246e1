package import Companies
package import Connections
package import Foundation
package import Postgres

/// Looks up runs of connections, for pages and commands.
package enum RunListQueries {
    private static func rows(_ condition: SQL, limit: Int) -> Query<RunRow> {
        Query(
            """
            SELECT r.run_id, r.connection_id, c.name, c.source, r.state, r.cause, r.verdict,
                coalesce(r.hold_reason, r.failure), r.is_complete, r.started_at, r.finished_at, r.items, r.listings_new,
                r.listings_changed, p.pages, p.records, p.rejects, p.requests, p.retries, p.unchanged, p.packed_bytes,
                p.body_bytes, p.waited_ms, p.attempts, p.signed_in, p.statuses, p.updated_at
            FROM scrape_runs r JOIN run_progress p ON p.company_id = r.company_id AND p.run_id = r.run_id
            JOIN connections c ON c.company_id = r.company_id AND c.connection_id = r.connection_id
            WHERE \(condition) ORDER BY r.started_at DESC, r.run_id LIMIT \(limit)
            """)
    }

    /// The newest runs of a company's connections, or of one of them.
    package static func newest(
        of company: CompanyID, connection: ConnectionID? = nil, limit: Int
    ) -> Query<RunRow> {
        rows(
            """
            r.company_id = \(company) AND (\(connection?.rawValue)::uuid IS NULL OR r.connection_id = \(connection?.rawValue))
            """, limit: limit)
    }

    /// The newest run of each of a company's connections that is over.
    package static func newestOfEach(of company: CompanyID) -> Query<RunRow> {
        rows(
            """
            r.company_id = \(company) AND r.run_id IN (
                SELECT DISTINCT ON (n.connection_id) n.run_id FROM scrape_runs n
                WHERE n.company_id = \(company) AND n.connection_id IS NOT NULL AND n.state <> 'running'
                ORDER BY n.connection_id, n.started_at DESC)
            """, limit: 1_000)
    }

    /// Runs that wait for a decision.
    package static func held(of company: CompanyID, limit: Int) -> Query<RunRow> {
        rows("r.company_id = \(company) AND r.state = 'held' AND r.connection_id IS NOT NULL", limit: limit)
    }

    package static func one(_ run: UUID, of company: CompanyID) -> Query<RunRow> {
        rows("r.company_id = \(company) AND r.run_id = \(run)", limit: 1)
    }

    /// What the watch found in a run, what holds it first.
    package static func findings(of run: UUID, in company: CompanyID) -> Query<FindingRow> {
        Query(
            """
            SELECT sentence, holds FROM run_findings
            WHERE company_id = \(company) AND run_id = \(run) ORDER BY holds DESC, finding, field LIMIT 100
            """)
    }

    /// How much of a run's records says something of each field.
    package static func coverage(of run: UUID, in company: CompanyID) -> Query<CoverageRow> {
        Query(
            """
            SELECT field, records, filled, commonest FROM run_fields
            WHERE company_id = \(company) AND run_id = \(run) AND field NOT LIKE '%:%' ORDER BY field
            """)
    }

    /// What could not be used, with the reason.
    package static func errors(of run: UUID, in company: CompanyID, limit: Int) -> Query<RunErrorRow> {
        Query(
            """
            SELECT line, reason FROM scrape_errors WHERE company_id = \(company) AND run_id = \(run)
            ORDER BY line LIMIT \(limit)
            """)
    }
}

/// A finding of the watch, for a person.
package struct FindingRow: Sendable, RowDecodable {
    package let sentence: String
    package let holds: Bool

    package init(row: inout RowReader) throws {
        sentence = try row.next()
        holds = try row.next()
    }
}

/// How much of a run's records says something of a field.
package struct CoverageRow: Sendable, RowDecodable {
    package let field: String
    package let records: Int
    package let filled: Int
    /// The most frequent value.
    package let commonest: String?

    package init(row: inout RowReader) throws {
        field = try row.next()
        records = try row.next()
        filled = try row.next()
        commonest = try row.nextOptional()
    }
}

/// A record that could not be used, or what ended the run.
package struct RunErrorRow: Sendable, RowDecodable {
    /// The answer it stood in; 0 for what ended the run.
    package let record: Int
    /// Its place there, from 1.
    package let place: Int
    package let reason: String

    package init(row: inout RowReader) throws {
        let line: Int = try row.next()
        record = line / RawRecordQueries.linesOfRecord
        place = line % RawRecordQueries.linesOfRecord
        reason = try row.next()
    }
}
