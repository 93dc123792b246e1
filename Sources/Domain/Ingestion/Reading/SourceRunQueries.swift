import Catalog
import Companies
import Connections
import Connectors
import Foundation
import Postgres

/// The ledger of runs of connections: begins them, keeps each page, and ends them.
struct SourceRunQueries {
    let transaction: CompanyTransaction

    /// A run nobody went on with for so long is over, in seconds.
    static let patience = 86_400.0

    private struct ConnectionState: RowDecodable {
        let isStopped: Bool
        let isPaused: Bool
        let isRevoked: Bool

        init(row: inout RowReader) throws {
            isStopped = try row.next()
            isPaused = try row.next()
            isRevoked = try row.next()
        }
    }

    private func state(of connection: ConnectionID) async throws -> ConnectionState? {
        try await transaction.fetch(
            Query<ConnectionState>(
                """
                SELECT EXISTS (SELECT FROM source_stops s WHERE s.source = c.source
                        AND s.company_id IN (c.company_id, \(CompanyID.house))),
                    c.paused_at IS NOT NULL, c.revoked_at IS NOT NULL
                FROM connections c
                WHERE c.company_id = \(transaction.company) AND c.connection_id = \(connection.rawValue)
                """)
        ).first
    }

    /// What keeps a connection from being read now, with the cause `stopped`; nil when nothing does.
    /// - Parameter asked: somebody wants it; then a pause is no hindrance.
    func hindrance(to connection: ConnectionID, asked: Bool) async throws -> RunTrouble? {
        guard let state = try await state(of: connection) else {
            return RunTrouble(.stopped, .end, "there is no such connection")
        }
        if state.isRevoked { return RunTrouble(.stopped, .end, "the connection is revoked") }
        if state.isStopped { return RunTrouble(.stopped, .end, "the source is switched off") }
        if state.isPaused, !asked { return RunTrouble(.stopped, .end, "the connection is paused") }
        return nil
    }

    /// - Throws: `RunTrouble` with the cause `stopped`.
    func checkMayRead(_ connection: ConnectionID, asked: Bool) async throws {
        if let hindrance = try await hindrance(to: connection, asked: asked) { throw hindrance }
    }

    /// The run of the connection that is under way; nil without one.
    func running(_ connection: ConnectionID) async throws -> StandingRunRow? {
        try await transaction.fetch(
            Query<StandingRunRow>(
                """
                SELECT r.run_id, p.pages, p.is_read, p.cursor, p.category, p.most_records, p.since, p.records, p.rejects, r.started_at, p.updated_at,
                    (SELECT coalesce(max(w.record), 0) + 1 FROM raw_records w
                        WHERE w.company_id = r.company_id AND w.run_id = r.run_id)
                FROM scrape_runs r JOIN run_progress p ON p.company_id = r.company_id AND p.run_id = r.run_id
                WHERE r.company_id = \(transaction.company) AND r.connection_id = \(connection.rawValue)
                    AND r.state = 'running'
                FOR UPDATE OF r
                """)
        ).first
    }

    /// Begins a run where the last one that was taken over ended.
    /// - Throws: `RunTaken` when another process has begun one just now.
    func begin(_ new: NewSourceRun, at moment: Date) async throws {
        do {
            _ = try await transaction.execute(all: [
                """
                INSERT INTO scrape_runs (company_id, run_id, source_id, connection_id, book, file_name, state, rows_read,
                    rows_good, rows_rejected, items, started_at, asked_by, job_id)
                VALUES (\(transaction.company), \(new.id), \(new.source.rawValue), \(new.connection.rawValue), \(new.book),
                    \(new.name), 'running', 0, 0, 0, 0, \(moment), \(new.person), \(new.job))
                """,
                """
                INSERT INTO run_progress (company_id, run_id, cursor, began, category, most_records, since, updated_at)
                SELECT \(transaction.company), \(new.id), l.cursor, l.cursor, \(new.limits.category), \(new.limits.records),
                    \(new.since), \(moment) FROM (SELECT (
                    SELECT p.cursor FROM scrape_runs r JOIN run_progress p
                        ON p.company_id = r.company_id AND p.run_id = r.run_id
                    WHERE r.company_id = \(transaction.company) AND r.connection_id = \(new.connection.rawValue)
                        AND r.state = 'applied' AND r.is_complete
                    ORDER BY r.started_at DESC LIMIT 1) AS cursor) AS l
                """,
            ])
        } catch let error as DatabaseError where error.constraint == "scrape_runs_running" {
            throw RunTaken()
        }
    }

    /// How often a run has signed in: each use of a login is on record before it happens.
    func signIns(of run: UUID) async throws -> Int {
        try await transaction.fetch(
            Query<Single<Int>>(
                """
                SELECT count(*) FROM vault_uses
                WHERE company_id = \(transaction.company) AND run_id = \(run) AND reason = 'sign_in'
                """)
        ).first?.value ?? 0
    }

    /// An attempt alone is no progress: a run that makes none is over after `patience`.
    func countAttempt(_ run: UUID) async throws {
        try await transaction.execute(
            """
            UPDATE run_progress SET attempts = attempts + 1
            WHERE company_id = \(transaction.company) AND run_id = \(run)
            """)
    }

    /// Keeps a page: where the next one begins, what it cost, its rows and what could not be used. All of it or nothing.
    /// - Parameter pages: finished before this one.
    /// - Throws: `RunTaken` when another process has read this page meanwhile, or the run is over.
    func keep(_ page: ReadPage, of run: UUID, pages: Int, costs: RunCosts, at moment: Date) async throws {
        let cursor = String(decoding: try Self.encoder.encode(page.cursor), as: UTF8.self)
        let kept = try await transaction.execute(
            """
            UPDATE run_progress p SET pages = p.pages + 1, cursor = \(cursor), is_read = \(page.isLast),
                records = records + \(page.count),
                rejects = rejects + \(page.rejectCount), requests = requests + \(costs.requests),
                retries = retries + \(costs.retries), unchanged = unchanged + \(costs.unchanged),
                packed_bytes = packed_bytes + \(costs.packedBytes), body_bytes = body_bytes + \(costs.bodyBytes),
                waited_ms = waited_ms + \(costs.waitedMilliseconds), signed_in = signed_in + \(costs.signIns),
                statuses = (SELECT coalesce(jsonb_object_agg(status, times), '{}')::text FROM (
                    SELECT status, sum(times)::bigint AS times FROM (
                        SELECT key AS status, value::bigint AS times FROM jsonb_each_text(p.statuses::jsonb)
                        UNION ALL SELECT * FROM unnest(\(costs.statuses.keys.map { "\($0)" }),
                            \(Array(costs.statuses.values)))) AS both_of GROUP BY status) AS sums),
                updated_at = \(moment)
            FROM scrape_runs r
            WHERE p.company_id = \(transaction.company) AND p.run_id = \(run) AND p.pages = \(pages)
                AND r.company_id = p.company_id AND r.run_id = p.run_id AND r.state = 'running'
            """)
        guard kept == 1 else { throw RunTaken() }
        switch page.rows {
        case .products(let batch):
            try await StagingQueries(run: run, transaction: transaction).stage(batch, block: pages)
        case .records(let records):
            let staging = RecordStagingQueries(run: run, transaction: transaction)
            try await staging.stage(records)
            try await staging.keep(page.rejects)
        }
    }

    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return encoder
    }()
}

/// A run that is begun.
struct NewSourceRun: Sendable {
    let id: UUID
    let source: SourceID
    let connection: ConnectionID
    /// What runs are compared within: kind of content and scope.
    let book: String
    /// The connection's name.
    let name: String
    let person: UUID?
    let job: UUID?
    let limits: RunLimits
    /// How far back the first run of a medium goes.
    let since: Date?
}

/// Another process reads this run, or it is over; nothing was written.
package struct RunTaken: Error, Sendable {}
