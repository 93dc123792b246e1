package import Companies
import Foundation
package import Logging
import Postgres

/// What a handler has: its job, the door to its company's data, and the ways to finish.
///
/// At least once executed, exactly once effective: do what the job is for inside `complete`, which commits the effects and
/// the end of the job together, or name each effect with `once`.
package struct JobContext: Sendable {
    package let job: ClaimedJob
    package let database: CompanyDatabase
    package let logger: Logger
    let worker: UUID
    let ending = JobEnding()

    package var company: CompanyID { job.company }

    /// Runs the effects and ends the job in one transaction of its company. A worker that lost the job changes nothing. What
    /// takes long is done before: between two statements the server waits 20 seconds.
    /// - Throws: `JobFenced` when the job is somebody else's by now, or was cancelled.
    package func complete<Result: Sendable>(
        _ effects: (CompanyTransaction) async throws -> Result
    ) async throws -> Result {
        let result = try await database.transaction(in: company) { transaction in
            // The lease goes first: from here on nobody can take the job away, and a late worker does nothing at all.
            try await transaction.endJob(job, worker: worker)
            return try await effects(transaction)
        }
        ending.settle()
        return result
    }

    /// Runs an effect the first time its key is seen in the company; later attempts skip it. Until the transaction ends
    /// nobody takes the job away, so keep it short.
    /// - Returns: `nil` when it had happened before.
    /// - Throws: `JobFenced` when the job is somebody else's by now, or was cancelled.
    package func once<Result: Sendable>(
        _ key: String, in transaction: CompanyTransaction, _ effect: () async throws -> Result
    ) async throws -> Result? {
        // Inside `complete` the lease is gone already, and the end is this very transaction's.
        let (_, answers) =
            try await transaction.fetch(
                CompanyTransaction.patience,
                Query<Single<Int>>(
                    """
                    WITH held AS (
                        SELECT FROM job_leases WHERE company_id = \(company) AND job_id = \(job.id.rawValue)
                            AND attempt = \(job.attempt) AND worker_id = \(worker) AND claimed_at = \(job.claimedAt)
                            AND NOT cancel_requested FOR SHARE
                    ), mine AS (
                        SELECT FROM held UNION ALL
                        SELECT FROM job_outcomes WHERE company_id = \(company) AND job_id = \(job.id.rawValue)
                            AND xmin = pg_current_xact_id()::xid
                    ), made AS (
                        INSERT INTO job_effects (company_id, effect_key, job_id)
                        SELECT \(company), \(key), \(job.id.rawValue) WHERE EXISTS (SELECT FROM mine)
                        ON CONFLICT DO NOTHING RETURNING job_id
                    )
                    SELECT CASE WHEN EXISTS (SELECT FROM mine) THEN (SELECT count(*) FROM made) ELSE -1 END
                    """)
            )
        let answer = answers.first?.value ?? -1
        guard answer >= 0 else { throw JobFenced() }
        return answer == 1 ? try await effect() : nil
    }

    /// Says how far the job is.
    package func progress(_ done: Int, of total: Int? = nil, note: String? = nil) async throws {
        _ = try await database.transaction(in: company) { transaction in
            try await transaction.execute(
                """
                INSERT INTO job_progress AS p (company_id, job_id, done, total, note)
                VALUES (\(company), \(job.id.rawValue), \(done), \(total), \(note))
                ON CONFLICT (company_id, job_id) DO UPDATE SET done = excluded.done, total = excluded.total,
                    note = excluded.note, updated_at = clock_timestamp()
                """)
        }
    }
}
