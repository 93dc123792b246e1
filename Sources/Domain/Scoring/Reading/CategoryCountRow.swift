package import Postgres

/// How many products a category has, not counting those below it.
package struct CategoryCount: Sendable, RowDecodable {
    /// Empty for products without one.
    package let category: String
    package let products: Int

    package init(row: inout RowReader) throws {
        category = try row.next()
        products = try row.next()
    }

    /// Of the company whose scope it is.
    package static var all: Query<CategoryCount> {
        Query(
            """
            SELECT category, sum(products)::bigint FROM trend_counts WHERE source_slug = '' GROUP BY category
            """)
    }
}
