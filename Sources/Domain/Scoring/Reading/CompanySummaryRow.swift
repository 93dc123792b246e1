package import Catalog
package import Foundation
package import Postgres

/// What the dashboard counts.
package struct CompanySummary: Sendable, RowDecodable {
    package let asOf: CalendarDay?
    package let products: Int
    package let scored: Int
    package let listings: Int
    /// Products seen in more than one source.
    package let crossSource: Int
    package let movedUp: Int
    package let movedDown: Int
    package let priceCuts: Int
    package let outOfStock: Int
    /// Categories that occur.
    package let categories: [String]
    package let updatedAt: Date

    package init(row: inout RowReader) throws {
        asOf = try row.nextOptional()
        products = try row.next()
        scored = try row.next()
        listings = try row.next()
        crossSource = try row.next()
        movedUp = try row.next()
        movedDown = try row.next()
        priceCuts = try row.next()
        outOfStock = try row.next()
        categories = try row.next()
        updatedAt = try row.next()
    }

    /// No row before the first scoring.
    package static var current: Query<CompanySummary> {
        Query(
            """
            SELECT as_of, products, scored, listings, cross_source, moved_up, moved_down, price_cuts,
                out_of_stock, categories, updated_at
            FROM company_summaries
            """)
    }
}
