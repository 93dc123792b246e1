import Companies
import Foundation
import Jobs
import Postgres

/// What the ledger and the product's tables say.
struct Ledger: Sendable {
    let database: CompanyDatabase

    func count(_ sql: SQL) async throws -> Int {
        try await database.asWorker(Query<Single<Int>>(sql)).first?.value ?? -1
    }

    /// Seconds, largest first and all others after it.
    func seconds(_ sql: SQL) async throws -> [Double] {
        try await database.asWorker(Query<Single<Double>>(sql)).map(\.value)
    }

    /// Jobs that are not over.
    func living() async throws -> Int {
        try await count(
            """
            SELECT (SELECT count(*) FROM ready_jobs) + (SELECT count(*) FROM waiting_jobs)
                + (SELECT count(*) FROM job_leases)
            """)
    }

    /// Waits until nothing is left to do.
    /// - Throws: `DrillProblem` when that takes longer than it may.
    func drained(within limit: Duration) async throws {
        try await DrillProblem.unless("the queue is empty within \(limit)", within: limit) {
            try await living() == 0
        }
    }

    /// Begins dead jobs anew that were only unlucky: five times in a process that somebody killed.
    /// - Returns: how many.
    func replayUnlucky() async throws -> Int {
        let rows = try await database.asWorker(
            Query<DeadRow>(
                """
                SELECT o.company_id, o.job_id FROM job_outcomes o JOIN drill_ledger l USING (job_id)
                WHERE o.state = 'dead' AND l.expected = 1
                """))
        for (company, dead) in Dictionary(grouping: rows, by: \.company) {
            try await database.transaction(in: company) { transaction in
                _ = try await transaction.perform(.replay, on: dead.map { JobID(rawValue: $0.id) })
            }
        }
        return rows.count
    }

    /// Counts that every drill must get right.
    func judge(_ findings: inout Findings, isDrained: Bool = true) async throws {
        findings.tell("jobs enqueued", try await count("SELECT count(*) FROM drill_ledger"))
        findings.tell("effects", try await count("SELECT count(*) FROM drill_effects"))
        if isDrained {
            findings.expect(
                "effects lost",
                try await count(
                    """
                    SELECT count(*) FROM drill_ledger l WHERE expected > 0
                        AND NOT EXISTS (SELECT FROM drill_effects e WHERE e.key = l.key)
                    """), .exactly(0))
        }
        findings.expect(
            "effects doubled",
            try await count("SELECT count(*) FROM (SELECT FROM drill_effects GROUP BY key HAVING count(*) > 1) AS d"),
            .exactly(0))
        findings.expect(
            "effects nobody wanted",
            try await count(
                """
                SELECT count(*) FROM drill_effects e
                WHERE NOT EXISTS (SELECT FROM drill_ledger l WHERE l.key = e.key AND l.expected > 0)
                """), .exactly(0))
        findings.expect("jobs in no place or in two", try await misplaced(), .exactly(0))
    }

    private func misplaced() async throws -> Int {
        try await count(
            """
            SELECT count(*) FROM jobs j FULL JOIN (
                SELECT job_id, count(*) AS places FROM (
                    SELECT job_id FROM ready_jobs UNION ALL SELECT job_id FROM waiting_jobs
                    UNION ALL SELECT job_id FROM job_leases UNION ALL SELECT job_id FROM job_outcomes) AS p
                GROUP BY job_id) AS s USING (job_id)
            WHERE s.places IS DISTINCT FROM 1 OR j.job_id IS NULL
            """)
    }

    private struct DeadRow: RowDecodable {
        let company: CompanyID
        let id: UUID

        init(row: inout RowReader) throws {
            company = try row.next()
            id = try row.next()
        }
    }
}
