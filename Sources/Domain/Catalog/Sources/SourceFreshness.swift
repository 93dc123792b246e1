package import Foundation
package import Postgres

/// How recent a source's data is.
package struct SourceFreshness: Sendable, RowDecodable {
    package let slug: String
    package let title: String
    package let listings: Int
    /// The day of the newest applied list; `nil` before the first.
    package let lastListedOn: CalendarDay?
    package let lastImportedAt: Date?
    /// Runs that wait for a person's confirmation.
    package let held: Int

    package init(row: inout RowReader) throws {
        slug = try row.next()
        title = try row.next()
        listings = try row.next()
        lastListedOn = try row.nextOptional()
        lastImportedAt = try row.nextOptional()
        held = try row.next()
    }

    /// Every source the company reads, by title.
    package static var all: Query<SourceFreshness> {
        Query(
            """
            SELECT s.slug, s.title,
                (SELECT count(*) FROM listings l WHERE l.company_id = s.company_id AND l.source_id = s.source_id),
                (SELECT max(r.listed_on) FROM scrape_runs r WHERE r.company_id = s.company_id
                    AND r.source_id = s.source_id AND r.state = 'applied'),
                (SELECT max(r.finished_at) FROM scrape_runs r WHERE r.company_id = s.company_id
                    AND r.source_id = s.source_id AND r.state = 'applied'),
                (SELECT count(*) FROM scrape_runs r WHERE r.company_id = s.company_id
                    AND r.source_id = s.source_id AND r.state = 'held')
            FROM sources s ORDER BY s.title, s.slug
            """)
    }
}
