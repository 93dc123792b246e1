package import Companies
package import Foundation
package import Postgres

/// A schedule as people look at it.
package struct ScheduleOverview: Sendable, Hashable, RowDecodable {
    package let company: CompanyID
    package let companySlug: String
    package let id: UUID
    package let name: String
    package let kind: String
    package let cron: String
    package let timeZone: String
    /// none, last or all.
    package let missed: String
    package let nextSlot: ExactMoment
    package let pausedAt: Date?

    package init(row: inout RowReader) throws {
        company = try row.next()
        companySlug = try row.next()
        id = try row.next()
        name = try row.next()
        kind = try row.next()
        cron = try row.next()
        timeZone = try row.next()
        missed = try row.next()
        nextSlot = try row.next()
        pausedAt = try row.nextOptional()
    }

    /// By company and name.
    package static func all(of scope: JobScope) -> Query<ScheduleOverview> {
        Query(
            """
            SELECT s.company_id, coalesce(c.slug, ''), s.schedule_id, s.name, s.kind, s.cron, s.time_zone, s.missed,
                s.next_slot, s.paused_at
            FROM job_schedules s LEFT JOIN companies c ON c.company_id = s.company_id
            WHERE \(scope.holds("s")) ORDER BY c.slug, s.name LIMIT 500
            """)
    }
}
