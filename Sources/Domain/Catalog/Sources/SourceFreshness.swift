package import Foundation
package import Postgres

/// How recent a source's data is.
package struct SourceFreshness: Sendable, RowDecodable {
    /// A source whose newest list is older than this many days is overdue.
    package static let staleAfterDays = 35

    package let slug: String
    package let title: String
    package let listings: Int
    /// The day of the newest applied list; `nil` before the first.
    package let lastListedOn: CalendarDay?
    package let lastImportedAt: Date?

    package init(row: inout RowReader) throws {
        slug = try row.next()
        title = try row.next()
        listings = try row.next()
        lastListedOn = try row.nextOptional()
        lastImportedAt = try row.nextOptional()
    }

    /// Whether a newer list should have come by `day`. A source that has never had one, such as a medium or a search, owes none.
    package func isStale(on day: CalendarDay) -> Bool {
        lastListedOn.map { day.days(since: $0) > Self.staleAfterDays } ?? false
    }

    /// Every source the company reads, by title.
    package static var all: Query<SourceFreshness> {
        Query("SELECT slug, title, listings, last_listed_on, last_imported_at FROM sources ORDER BY title, slug")
    }
}
