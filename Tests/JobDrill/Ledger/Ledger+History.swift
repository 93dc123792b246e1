import Companies
import JobHistory
import Postgres

extension Ledger {
    /// Everything that happened to the drill's jobs: what the product recorded, and the effects the drill saw itself.
    ///
    /// `complete` leaves no event, its outcome stands for one. Times are those of the moment a row was written; what
    /// depends on each other waits for locks in between, so they stand in the order of the commits.
    func history() async throws -> [HistoryEvent] {
        try await database.asWorker(
            Query<HistoryRow>(
                """
                WITH happened AS (
                    SELECT created_at AS at, 0 AS rank, job_id, company_id, 'enqueued' AS what, NULL::bigint AS attempt,
                        NULL::uuid AS worker_id, kind || ' ' || unique_key AS key
                    FROM jobs
                    UNION ALL
                    SELECT happened_at, 1, job_id, company_id,
                        CASE event WHEN 'cancel_requested' THEN 'cancelRequested' ELSE event END, attempt, worker_id, NULL
                    FROM job_events
                    UNION ALL
                    SELECT happened_at, 2, job_id, company_id, 'effect', attempt, NULL, key FROM drill_effects
                    UNION ALL
                    SELECT o.finished_at, 2, o.job_id, o.company_id, 'completed', o.attempts, NULL,
                        (SELECT l.key FROM drill_ledger l WHERE l.job_id = o.job_id AND l.expected > 0)
                    FROM job_outcomes o WHERE o.state = 'completed' AND NOT EXISTS (
                        SELECT FROM job_events e WHERE e.company_id = o.company_id AND e.job_id = o.job_id
                            AND e.event = 'completed')
                )
                SELECT extract(epoch FROM at)::double precision, row_number() OVER (ORDER BY at, rank), job_id::text,
                    company_id::text, what, attempt, worker_id::text, key
                FROM happened ORDER BY at, rank
                """)
        ).map(\.event)
    }

    /// Lets the history checker look at all of it.
    func checkHistory(_ findings: inout Findings, isDrained: Bool = true) async throws {
        let events = try await history()
        let violations = HistoryChecker.violations(in: events, isDrained: isDrained)
        findings.tell("events in the history", events.count)
        findings.expect("violations the history checker found", violations.count, .exactly(0))
        for violation in violations.prefix(5) { findings.remark("\(violation)") }
    }
}
