package import Companies
package import Connections
package import Foundation
package import Jobs
import Postgres

/// The passes of a company's pipeline.
package struct CycleQueries: Sendable {
    private let transaction: CompanyTransaction

    package init(transaction: CompanyTransaction) { self.transaction = transaction }

    /// A connection is due so many seconds before its time, so that one read every hour is read by every hourly cycle.
    static let slack = 300.0

    /// Connections whose time has come: neither paused, revoked nor switched off. A login that was refused waits for another one, a site
    /// that refused us for a day, what failed otherwise for an hour. A run nobody goes on with is to be ended in any case.
    package func due(at moment: Date) async throws -> [ConnectionID] {
        try await transaction.fetch(
            Query<Single<UUID>>(
                """
                SELECT c.connection_id FROM connections c
                WHERE c.company_id = \(transaction.company) AND c.revoked_at IS NULL AND c.paused_at IS NULL
                    AND NOT EXISTS (SELECT FROM source_stops s WHERE s.source = c.source
                        AND s.company_id IN (c.company_id, \(CompanyID.house)))
                    AND NOT EXISTS (SELECT FROM (
                        SELECT r.state, r.cause, r.started_at FROM scrape_runs r WHERE r.company_id = c.company_id
                            AND r.connection_id = c.connection_id AND r.state <> 'running'
                        ORDER BY r.started_at DESC LIMIT 1) AS n
                        WHERE n.started_at > \(moment) - make_interval(secs => CASE
                                WHEN n.cause IN ('refused', 'not_allowed') THEN greatest(c.every_minutes * 60, 86400)
                                WHEN n.state IN ('failed', 'partial') THEN least(c.every_minutes * 60, 3600)
                                ELSE c.every_minutes * 60 END - \(Self.slack))
                            OR c.health = 'refused' AND n.cause IN ('wrong_login', 'no_login', 'signed_out'))
                    OR c.company_id = \(transaction.company) AND EXISTS (
                        SELECT FROM scrape_runs r JOIN run_progress p ON p.company_id = r.company_id AND p.run_id = r.run_id
                        WHERE r.company_id = c.company_id AND r.connection_id = c.connection_id AND r.state = 'running'
                            AND p.updated_at < \(moment) - make_interval(secs => \(SourceRunQueries.patience)))
                ORDER BY c.created_at, c.connection_id
                """)
        ).map { ConnectionID(rawValue: $0.value) }
    }

    /// Whether the platform has read something since the company was scored.
    package func isBehindTheHouse() async throws -> Bool {
        try await transaction.fetch(
            Query<Single<Bool>>(
                """
                SELECT EXISTS (SELECT FROM scrape_runs r WHERE r.company_id = \(CompanyID.house)
                    AND r.state IN ('applied', 'partial') AND r.listings_new + r.listings_changed > 0
                    AND r.finished_at > coalesce((SELECT updated_at FROM company_summaries
                        WHERE company_id = \(transaction.company)), '-infinity'))
                """)
        ).first?.value ?? false
    }

    package func begin(_ cycle: UUID, at moment: Date, due: Date, person: IdentityID?) async throws {
        try await transaction.execute(
            """
            INSERT INTO cycles (company_id, cycle_id, started_at, due_at, asked_by)
            VALUES (\(transaction.company), \(cycle), \(moment), \(due), \(person))
            """)
    }

    package func add(_ steps: [CycleStep], to cycle: UUID) async throws {
        _ = try await transaction.execute(
            all: steps.enumerated().map { place, step in
                """
                INSERT INTO cycle_steps (company_id, cycle_id, place, step, connection_id, job_id, starts_by)
                VALUES (\(transaction.company), \(cycle), \(place), \(step.kind.rawValue), \(step.connection?.rawValue),
                    \(step.job.rawValue), \(step.startsBy))
                """
            })
    }

    /// The living job of a kind and key.
    package func living(_ kind: String, key: String) async throws -> JobID? {
        try await transaction.fetch(
            Query<Single<UUID>>(
                """
                SELECT job_id FROM job_keys WHERE company_id = \(transaction.company) AND kind = \(kind)
                    AND unique_key = \(key)
                """)
        ).first.map { JobID(rawValue: $0.value) }
    }

    /// The newest cycles, each with its steps in order.
    package func newest(_ limit: Int) async throws -> [CycleStepRow] {
        try await transaction.fetch(
            Query<CycleStepRow>(
                """
                SELECT c.cycle_id, c.started_at, c.due_at, s.step, s.job_id, s.starts_by, n.name,
                    coalesce(o.state, CASE WHEN l.job_id IS NOT NULL THEN 'running' WHEN w.job_id IS NOT NULL THEN 'waiting'
                        WHEN r.job_id IS NOT NULL THEN 'ready' END),
                    coalesce(l.claimed_at, o.finished_at - make_interval(secs => o.milliseconds / 1000.0)), o.finished_at
                FROM (SELECT * FROM cycles WHERE company_id = \(transaction.company)
                    ORDER BY started_at DESC LIMIT \(limit)) AS c
                JOIN cycle_steps s ON s.company_id = c.company_id AND s.cycle_id = c.cycle_id
                LEFT JOIN connections n ON n.company_id = s.company_id AND n.connection_id = s.connection_id
                LEFT JOIN job_outcomes o ON o.company_id = s.company_id AND o.job_id = s.job_id
                LEFT JOIN job_leases l ON l.company_id = s.company_id AND l.job_id = s.job_id
                LEFT JOIN waiting_jobs w ON w.company_id = s.company_id AND w.job_id = s.job_id
                LEFT JOIN ready_jobs r ON r.company_id = s.company_id AND r.job_id = s.job_id
                ORDER BY c.started_at DESC, c.cycle_id, s.place
                """))
    }
}
