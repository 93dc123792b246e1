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

    /// Runs the effects and ends the job in one transaction of its company. A worker that lost the job changes nothing.
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

    /// Runs an effect the first time its key is seen in the company; later attempts skip it.
    /// - Returns: `nil` when it had happened before.
    package func once<Result: Sendable>(
        _ key: String, in transaction: CompanyTransaction, _ effect: () async throws -> Result
    ) async throws -> Result? {
        let isNew = try await transaction.execute(
            """
            INSERT INTO job_effects (company_id, effect_key, job_id) VALUES (\(company), \(key), \(job.id.rawValue))
            ON CONFLICT DO NOTHING
            """)
        return isNew == 1 ? try await effect() : nil
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
