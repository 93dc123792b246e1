import Catalog
import Foundation
import Postgres

/// A listing to decide, with what a new product would take from it.
struct UnmatchedListing: RowDecodable {
    let identity: ListingIdentity<UUID>
    /// The name written out for people; the source's own where it is not abbreviated.
    let title: String
    let country: String?
    let gtin: String?

    init(row: inout RowReader) throws {
        let id: UUID = try row.next()
        let source: String = try row.next()
        let shop: String = try row.next()
        let name: String = try row.next()
        title = try row.nextOptional() ?? name
        let brand: String? = try row.nextOptional()
        let producer: String? = try row.nextOptional()
        let category: String? = try row.nextOptional()
        country = try row.nextOptional()
        gtin = try row.nextOptional()
        identity = ListingIdentity(
            id: id, seller: Seller(source: source, shop: shop.isEmpty ? nil : shop), name: name, brand: brand,
            producer: producer, gtins: gtin.map { [$0] }.map(Self.codes) ?? [],
            facts: try ItemFacts(category: category, row: &row))
    }

    static func codes(_ texts: [String]) -> [GTIN] {
        texts.compactMap { if case .valid(let gtin) = GTIN.read($0) { gtin } else { nil } }
    }
}

extension ItemFacts {
    /// Volume, strength, vintage, age and pack, in this order.
    init(category: String?, row: inout RowReader) throws {
        self.init(
            millilitres: try row.nextOptional(), strengthBasisPoints: try row.nextOptional(),
            vintage: try row.nextOptional(), ageYears: try row.nextOptional(), unitsPerCase: try row.nextOptional(),
            category: category.flatMap(CategoryCode.init(rawValue:)))
    }
}
