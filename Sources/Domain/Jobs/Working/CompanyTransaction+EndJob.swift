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
            Query<Single<Bool>>(
                """
                SELECT end_job(\(worker), \(job.company), \(job.id.rawValue), \(job.attempt), \(job.claimedAt))
                """))
        guard ended.first?.value == true else { throw JobFenced() }
    }
}
