package import Companies
package import Foundation
package import Postgres

/// Something that happened to a job.
package struct JobTimelineRow: Sendable, Hashable, RowDecodable {
    package let happenedAt: Date
    package let attempt: Int
    /// A word of `job_events.event`.
    package let event: String
    /// Text of whatever failed; may hold anything.
    package let detail: String?
    package let actedBy: IdentityID?

    /// Events shown; the newest, if there are more.
    package static let most = 200

    package init(happenedAt: Date, attempt: Int, event: String, detail: String? = nil, actedBy: IdentityID? = nil) {
        self.happenedAt = happenedAt
        self.attempt = attempt
        self.event = event
        self.detail = detail
        self.actedBy = actedBy
    }

    package init(row: inout RowReader) throws {
        happenedAt = try row.next()
        attempt = try row.next()
        event = try row.next()
        detail = try row.nextOptional()
        actedBy = try row.nextOptional()
    }

    /// In the order they happened.
    package static func of(_ job: JobID, in company: CompanyID) -> Query<JobTimelineRow> {
        Query(
            """
            SELECT happened_at, attempt, event, detail, acted_by FROM (
                SELECT e.happened_at, e.attempt, e.event, e.detail, e.acted_by, e.event_id FROM job_events e
                WHERE e.company_id = \(company) AND e.job_id = \(job.rawValue)
                ORDER BY e.happened_at DESC, e.event_id LIMIT \(literal: most)) x
            ORDER BY happened_at, event_id DESC
            """)
    }
}
