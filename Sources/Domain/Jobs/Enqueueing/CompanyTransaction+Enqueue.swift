package import Companies
import Foundation
import Postgres

extension CompanyTransaction {
    /// Adds a job to the company's work. It exists when this transaction commits, and not if it does not.
    /// - Returns: the job's id; `nil` when a living job has the same unique key.
    @discardableResult
    package func enqueue<Arguments: JobArguments>(
        _ arguments: Arguments, _ options: EnqueueOptions = EnqueueOptions(), id: JobID = JobID()
    ) async throws -> JobID? {
        try await enqueue(all: [NewJob(arguments, options, id: id)]).first
    }

    /// Adds many jobs of one kind with one statement. Several thousand at a time are well.
    /// - Returns: the ids that were added, without those whose unique key is taken.
    @discardableResult
    package func enqueue<Arguments: JobArguments>(all jobs: [NewJob<Arguments>]) async throws -> [JobID] {
        guard !jobs.isEmpty else { return [] }
        let settings = Arguments.settings
        var rows = NewJobRows()
        for job in jobs { try rows.append(job) }
        let never = "infinity"
        let (made, _) = try await fetch(
            Query<Single<UUID>>(
                """
                WITH wanted AS (
                    SELECT * FROM unnest(\(rows.ids), \(rows.arguments), \(rows.keys), \(rows.traces), \(rows.due),
                        \(rows.blocked)) AS w (job_id, arguments, unique_key, trace, due_at, is_blocked)
                ), keyed AS (
                    INSERT INTO job_keys (company_id, kind, unique_key, job_id)
                    SELECT \(company), \(Arguments.kind), unique_key, job_id FROM wanted WHERE unique_key IS NOT NULL
                    ON CONFLICT DO NOTHING RETURNING job_id
                ), made AS (
                    INSERT INTO jobs (company_id, job_id, kind, queue, delay_seconds, arguments, unique_key, most_attempts,
                        trace)
                    SELECT \(company), w.job_id, \(Arguments.kind), \(settings.queue.rawValue),
                        \(settings.priority.delaySeconds), w.arguments, w.unique_key, \(settings.mostAttempts), w.trace
                    FROM wanted w
                    WHERE w.unique_key IS NULL OR EXISTS (SELECT FROM keyed k WHERE k.job_id = w.job_id)
                    RETURNING job_id
                ), ready AS (
                    INSERT INTO ready_jobs (company_id, job_id, queue, kind, turn_at)
                    SELECT \(company), w.job_id, \(settings.queue.rawValue), \(Arguments.kind),
                        clock_timestamp() + make_interval(secs => \(settings.priority.delaySeconds)::double precision)
                    FROM wanted w JOIN made m USING (job_id) WHERE w.due_at IS NULL AND NOT w.is_blocked
                ), waiting AS (
                    INSERT INTO waiting_jobs (company_id, job_id, due_at, reason)
                    SELECT \(company), w.job_id, coalesce(w.due_at, \(never)::timestamptz),
                        CASE WHEN w.is_blocked THEN 'blocked' ELSE 'scheduled' END
                    FROM wanted w JOIN made m USING (job_id) WHERE w.due_at IS NOT NULL OR w.is_blocked
                ), needs AS (
                    INSERT INTO job_dependencies (company_id, job_id, needs_job_id)
                    SELECT DISTINCT \(company), n.job_id, n.needs_job_id
                    FROM unnest(\(rows.needing), \(rows.needed)) AS n (job_id, needs_job_id) JOIN made m USING (job_id)
                )
                SELECT job_id FROM made
                """),
            Query<Ignored>("SELECT pg_notify(\(JobSignal.channel), \(settings.queue.rawValue))"))
        return made.map { JobID(rawValue: $0.value) }
    }
}
