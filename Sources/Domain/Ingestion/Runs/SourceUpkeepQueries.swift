import Catalog
import Companies
import Postgres

/// What a source's row keeps of its listings, so that a page need not count them; and the lock of an import.
struct SourceUpkeepQueries {
    let source: SourceID
    let transaction: CompanyTransaction

    /// One import of a source at a time, so that what a run finds about its listings stays true until it ends.
    func lock() async throws {
        try await transaction.execute(
            """
            SELECT FROM sources WHERE company_id = \(transaction.company) AND source_id = \(source.rawValue)
            FOR NO KEY UPDATE
            """)
    }

    func hasNoListings() async throws -> Bool {
        try await transaction.fetch(
            Query<Single<Int>>(
                """
                SELECT 1::bigint FROM listings
                WHERE company_id = \(transaction.company) AND source_id = \(source.rawValue) LIMIT 1
                """)
        ).isEmpty
    }

    /// After a list of one day that made `listings`: none of its items was first seen after that day or last seen before.
    func add(listings: Int, listedOn day: CalendarDay) async throws {
        try await transaction.execute(
            """
            UPDATE sources SET last_imported_at = clock_timestamp(), listings = listings + \(listings),
                first_listed_on = least(first_listed_on, \(day)), last_listed_on = greatest(last_listed_on, \(day))
            WHERE company_id = \(transaction.company) AND source_id = \(source.rawValue)
            """)
    }

    /// After any other run.
    func recount() async throws {
        try await transaction.execute(
            """
            UPDATE sources s SET last_imported_at = clock_timestamp(), first_listed_on = l.first,
                last_listed_on = l.last, listings = l.listings
            FROM (SELECT min(first_seen) AS first, max(last_seen) AS last, count(*) AS listings FROM listings
                WHERE company_id = \(transaction.company) AND source_id = \(source.rawValue)) AS l
            WHERE s.company_id = \(transaction.company) AND s.source_id = \(source.rawValue)
            """)
    }
}
