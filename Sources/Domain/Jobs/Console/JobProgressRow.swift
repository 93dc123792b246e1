package import Companies
package import Foundation
package import Postgres

/// How far a job is.
package struct JobProgressRow: Sendable, Hashable, RowDecodable {
    package let done: Int
    package let total: Int?
    package let note: String?
    package let updatedAt: Date

    package init(done: Int, total: Int? = nil, note: String? = nil, updatedAt: Date) {
        self.done = done
        self.total = total
        self.note = note
        self.updatedAt = updatedAt
    }

    package init(row: inout RowReader) throws {
        done = try row.next()
        total = try row.nextOptional()
        note = try row.nextOptional()
        updatedAt = try row.next()
    }

    package static func of(_ job: JobID, in company: CompanyID) -> Query<JobProgressRow> {
        Query(
            """
            SELECT p.done, p.total, p.note, p.updated_at FROM job_progress p
            WHERE p.company_id = \(company) AND p.job_id = \(job.rawValue)
            """)
    }
}
