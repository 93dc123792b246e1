import Catalog
import Companies
import Foundation
import Matching
import Postgres

/// A product as it was first called.
struct NamedProductRow: RowDecodable {
    let product: ProductReference
    let brand: String?
    let name: String
    let facts: ItemFacts
    /// Some listing of the company or the house is it.
    let isListed: Bool

    init(row: inout RowReader) throws {
        product = ProductReference(owner: try row.next(), id: try row.next())
        brand = try row.nextOptional()
        name = try row.next()
        facts = ItemFacts(
            millilitres: try row.nextOptional(), strengthBasisPoints: try row.nextOptional(),
            vintage: try row.nextOptional(), unitsPerCase: try row.nextOptional())
        isListed = try row.next()
    }
}
