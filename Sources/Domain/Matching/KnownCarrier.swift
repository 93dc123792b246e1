import Catalog
import Foundation
import Postgres

/// One listing of a known product, as the index needs it. Rows of a product follow each other.
struct KnownCarrier: RowDecodable {
    let product: UUID
    let productName: String
    let productGTIN: String?
    let facts: ItemFacts
    let listing: UUID?
    let listingName: String?
    let maker: String?
    let producer: String?
    let listingGTIN: String?
    let otherGTINs: String?
    let listingFacts: ItemFacts
    let seller: Seller?

    init(row: inout RowReader) throws {
        product = try row.next()
        productName = try row.next()
        productGTIN = try row.nextOptional()
        let category: String? = try row.nextOptional()
        facts = try ItemFacts(category: category, withContainerIn: &row)
        listing = try row.nextOptional()
        listingName = try row.nextOptional()
        maker = try row.nextOptional()
        producer = try row.nextOptional()
        listingGTIN = try row.nextOptional()
        otherGTINs = try row.nextOptional()
        let listingCategory: String? = try row.nextOptional()
        listingFacts = try ItemFacts(category: listingCategory, withContainerIn: &row)
        let source: String? = try row.nextOptional()
        let shop: String? = try row.nextOptional()
        seller = source.map { Seller(source: $0, shop: shop.flatMap { $0.isEmpty ? nil : $0 }) }
    }
}
