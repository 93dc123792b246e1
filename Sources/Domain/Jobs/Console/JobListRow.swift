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
    /// `nil` while it is between two places.
    package let place: JobPlace?
    /// Since when it is there; when it is due, for a waiting job.
    package let since: ExactMoment?
    package let attempts: Int
    /// Why it waits: scheduled, retry, snoozed or blocked.
    package let reason: String?
    /// Running, and asked to stop.
    package let isStopping: Bool
    /// Its place in the list.
    package let cursor: JobCursor

    package init(
        company: CompanyID, companySlug: String, id: JobID, kind: String, queue: String, createdAt: Date,
        mostAttempts: Int, place: JobPlace? = nil, since: ExactMoment? = nil, attempts: Int, reason: String? = nil,
        isStopping: Bool, cursor: JobCursor
    ) {
        self.company = company
        self.companySlug = companySlug
        self.id = id
        self.kind = kind
        self.queue = queue
        self.createdAt = createdAt
        self.mostAttempts = mostAttempts
        self.place = place
        self.since = since
        self.attempts = attempts
        self.reason = reason
        self.isStopping = isStopping
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
        cursor = JobCursor(moment: moment, job: id.rawValue)
        let word: String? = try row.nextOptional()
        place = word.flatMap(JobPlace.init(rawValue:))
        since = try row.nextOptional()
        attempts = try row.nextOptional() ?? 0
        reason = try row.nextOptional()
        isStopping = try row.nextOptional() ?? false
    }
}
