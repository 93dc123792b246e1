package import Companies
package import Foundation
package import Postgres

/// A job as a line of a list.
package struct JobListRow: Sendable, Hashable, RowDecodable {
    package let company: CompanyID
    package let companySlug: String
    package let id: JobID
    package let kind: String
    package let queue: String
    package let createdAt: Date
    package let mostAttempts: Int
    package let standing: JobStanding
    /// Its place in the list.
    package let cursor: RowCursor

    package init(
        company: CompanyID, companySlug: String, id: JobID, kind: String, queue: String, createdAt: Date,
        mostAttempts: Int, standing: JobStanding, cursor: RowCursor
    ) {
        self.company = company
        self.companySlug = companySlug
        self.id = id
        self.kind = kind
        self.queue = queue
        self.createdAt = createdAt
        self.mostAttempts = mostAttempts
        self.standing = standing
        self.cursor = cursor
    }

    package init(row: inout RowReader) throws {
        company = try row.next()
        companySlug = try row.next()
        id = JobID(rawValue: try row.next())
        kind = try row.next()
        queue = try row.next()
        createdAt = try row.next()
        mostAttempts = try row.next()
        let moment: ExactMoment = try row.next()
        cursor = RowCursor(moment: moment, id: id.rawValue)
        standing = try JobStanding(row: &row)
    }
}
