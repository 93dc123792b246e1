import Companies
import Foundation
package import Postgres

extension HeldLease: RowDecodable {
    package init(row: inout RowReader) throws {
        let company: CompanyID = try row.next()
        let id: UUID = try row.next()
        let lease = JobLease(
            company: company, id: JobID(rawValue: id), attempt: try row.next(), claimedAt: try row.next())
        self.init(lease, isCancelRequested: try row.next())
    }
}
