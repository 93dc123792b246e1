package import Companies
package import Foundation
package import Postgres

/// One job: what it is and where it stands.
package struct JobFacts: Sendable, Hashable, RowDecodable {
    package let company: CompanyID
    package let companySlug: String
    package let id: JobID
    package let kind: String
    package let queue: String
    package let delaySeconds: Int
    /// JSON as it was enqueued. Show it through `RedactedArguments` only.
    package let arguments: String
    package let uniqueKey: String?
    package let mostAttempts: Int
    package let createdAt: Date
    package let standing: JobStanding

    package init(
        company: CompanyID, companySlug: String, id: JobID, kind: String, queue: String, delaySeconds: Int,
        arguments: String, uniqueKey: String? = nil, mostAttempts: Int, createdAt: Date, standing: JobStanding
    ) {
        self.company = company
        self.companySlug = companySlug
        self.id = id
        self.kind = kind
        self.queue = queue
        self.delaySeconds = delaySeconds
        self.arguments = arguments
        self.uniqueKey = uniqueKey
        self.mostAttempts = mostAttempts
        self.createdAt = createdAt
        self.standing = standing
    }

    package init(row: inout RowReader) throws {
        company = try row.next()
        companySlug = try row.next()
        id = JobID(rawValue: try row.next())
        kind = try row.next()
        queue = try row.next()
        delaySeconds = try row.next()
        arguments = try row.next()
        uniqueKey = try row.nextOptional()
        mostAttempts = try row.next()
        createdAt = try row.next()
        standing = try JobStanding(row: &row)
    }

    /// The job of an id. Without a company every company is asked: ids are keys only within one.
    package static func find(_ id: JobID, in scope: JobScope) -> Query<JobFacts> {
        Query(
            """
            SELECT j.company_id, c.slug, j.job_id, j.kind, j.queue, j.delay_seconds, j.arguments, j.unique_key,
                j.most_attempts, j.created_at, \(JobPlaceColumns.list)
            FROM companies c CROSS JOIN LATERAL (SELECT * FROM jobs j WHERE j.company_id = c.company_id
                AND j.job_id = \(id.rawValue) LIMIT 1) j
            \(JobPlaceColumns.join("j"))
            WHERE \(scope.holds("c")) LIMIT 1
            """)
    }
}
