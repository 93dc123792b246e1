package import Companies
package import Foundation
package import Postgres

/// Something that people have stopped.
package struct JobPause: Sendable, Hashable, RowDecodable {
    package let company: CompanyID
    package let companySlug: String
    /// `queue:name` or `kind:name`.
    package let scope: String
    package let pausedAt: Date

    /// Whether it is stopped for every company.
    package var isOfHouse: Bool { company == .house }

    package init(row: inout RowReader) throws {
        company = try row.next()
        companySlug = try row.next()
        scope = try row.next()
        pausedAt = try row.next()
    }

    package static func all(of scope: JobScope) -> Query<JobPause> {
        Query(
            """
            SELECT p.company_id, coalesce(c.slug, ''), p.scope, p.paused_at FROM job_pauses p
            LEFT JOIN companies c ON c.company_id = p.company_id
            WHERE \(scope.holdsOrHouse("p")) ORDER BY p.company_id, p.scope LIMIT 200
            """)
    }
}
