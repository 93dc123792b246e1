import Companies
import Foundation
import Jobs
import Postgres

/// An attempt as its lease names it.
struct HeldAttempt: RowDecodable, Sendable {
    let job: ClaimedJob
    let worker: UUID

    init(row: inout RowReader) throws {
        let company: CompanyID = try row.next()
        let id: UUID = try row.next()
        let attempt: Int = try row.next()
        job = ClaimedJob(
            company: company, id: JobID(rawValue: id), kind: DrillWork.kind, attempt: attempt, mostAttempts: 20,
            arguments: "{}", readyAt: Date(), claimedAt: try row.next())
        worker = try row.next()
    }
}
