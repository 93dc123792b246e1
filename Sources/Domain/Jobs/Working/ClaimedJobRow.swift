import Companies
import Foundation
package import Postgres

extension ClaimedJob: RowDecodable {
    package init(row: inout RowReader) throws {
        let company: CompanyID = try row.next()
        let id: UUID = try row.next()
        let kind: String = try row.next()
        let attempt: Int = try row.next()
        let mostAttempts: Int = try row.next()
        let arguments: String = try row.next()
        let trace: String? = try row.nextOptional()
        self.init(
            company: company, id: JobID(rawValue: id), kind: kind, attempt: attempt, mostAttempts: mostAttempts,
            arguments: arguments, trace: trace, readyAt: try row.next(), claimedAt: try row.next())
    }
}
