import Companies
import Foundation
import Postgres

extension CompanyTransaction {
    /// How long a transaction that holds a job's lease may wait for its code: if a worker is stopped in the middle of it nobody
    /// can take the job over, until the server ends the session.
    static let patience = Query<Ignored>("SELECT set_config('idle_in_transaction_session_timeout', '20s', true)")

    /// Ends an attempt as completed inside the transaction of its effects.
    /// - Throws: `JobFenced` when this attempt is not the worker's (any more) or the job is to be cancelled.
    func endJob(_ job: ClaimedJob, worker: UUID) async throws {
        let (_, ended) = try await fetch(
            Self.patience,
            Query<Single<Int>>(
                """
                WITH freed AS (
                    DELETE FROM job_leases WHERE company_id = \(job.company) AND job_id = \(job.id.rawValue)
                        AND attempt = \(job.attempt) AND worker_id = \(worker) AND claimed_at = \(job.claimedAt)
                        AND NOT cancel_requested
                    RETURNING job_id, attempt, kind, crashes, (extract(epoch FROM clock_timestamp() - claimed_at) * 1000)::bigint AS ms
                ), outcome AS (
                    INSERT INTO job_outcomes (company_id, job_id, state, attempts, milliseconds)
                    SELECT \(job.company), job_id, 'completed', attempt, ms FROM freed
                ), tallied AS (
                    INSERT INTO job_tallies AS t (company_id, minute, kind, result, jobs, milliseconds)
                    SELECT \(job.company), date_trunc('minute', clock_timestamp()), kind, 'completed', 1, ms FROM freed
                    ON CONFLICT (company_id, minute, kind, result) DO UPDATE
                        SET jobs = t.jobs + 1, milliseconds = t.milliseconds + excluded.milliseconds
                ), unfused AS (
                    DELETE FROM job_fuses u USING freed f, jobs j
                    WHERE f.crashes > 0 AND j.company_id = \(job.company) AND j.job_id = f.job_id
                        AND u.company_id = j.company_id AND u.kind = j.kind
                        AND u.arguments_hash = sha256(convert_to(j.arguments, 'UTF8'))
                )
                SELECT count(*) FROM freed
                """))
        guard ended.first?.value == 1 else { throw JobFenced() }
        try await execute("SELECT release_after(ARRAY[\(job.company)], ARRAY[\(job.id.rawValue)])")
    }
}
