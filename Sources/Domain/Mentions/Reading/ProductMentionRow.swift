package import Catalog
package import Companies
package import Foundation
package import Postgres

/// A mention of a product, for whoever looks at the product.
package struct ProductMention: Sendable, RowDecodable {
    /// Whose the article or post is: the company or the house.
    package let reader: CompanyID
    package let day: CalendarDay
    package let source: String
    package let title: String?
    package let snippet: String
    package let url: String
    package let sentiment: Double?
    package let isBrandOnly: Bool
    /// The run and line of the raw record.
    package let run: UUID
    package let line: Int64

    package init(row: inout RowReader) throws {
        reader = try row.next()
        day = try row.next()
        source = try row.next()
        title = try row.nextOptional()
        snippet = try row.next()
        url = try row.next()
        sentiment = try row.nextOptional()
        isBrandOnly = try row.next()
        run = try row.next()
        line = try row.next()
    }
}
