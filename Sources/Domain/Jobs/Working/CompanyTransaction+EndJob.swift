import Companies
import Foundation
import Postgres

extension CompanyTransaction {
    /// Ends an attempt as completed inside the transaction of its effects.
    /// - Throws: `JobFenced` when this attempt is not the worker's (any more) or the job is to be cancelled.
    func endJob(_ job: ClaimedJob, worker: UUID) async throws {
        let ended = try await fetch(
            Query<Single<Bool>>(
                "SELECT end_job(\(worker), \(job.company), \(job.id.rawValue), \(job.attempt))"))
        guard ended.first?.value == true else { throw JobFenced() }
    }
}
