import Catalog
package import Companies
package import Foundation
package import Postgres

/// An open pair of which what was learned cannot tell, with what both sides say.
package struct AmbiguousReviewRow: Sendable, RowDecodable {
    /// What one side says, without names of categories for people.
    package struct Side: Sendable {
        package let name: String
        package let brand: String?
        package let producer: String?
        package let country: String?
        package let facts: ItemFacts

        init(row: inout RowReader) throws {
            name = try row.next()
            brand = try row.nextOptional()
            producer = try row.nextOptional()
            country = try row.nextOptional()
            let category: String? = try row.nextOptional()
            facts = try ItemFacts(category: category, row: &row)
        }
    }

    package let listingID: UUID
    package let owner: CompanyID
    package let productID: UUID
    package let listing: Side
    package let product: Side

    package init(row: inout RowReader) throws {
        listingID = try row.next()
        owner = try row.next()
        productID = try row.next()
        listing = try Side(row: &row)
        product = try Side(row: &row)
    }
}
