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
        var facts = try ItemFacts(category: category, row: &row)
        let others: String? = try row.nextOptional()
        facts.container = try row.nextOptional().flatMap(Container.init(rawValue:))
        identity = ListingIdentity(
            id: id, seller: Seller(source: source, shop: shop.isEmpty ? nil : shop), name: name, brand: brand,
            producer: producer, gtins: Self.codes(gtin, others: others), facts: facts)
    }

    /// - Parameter others: codes separated by spaces.
    static func codes(_ first: String?, others: String? = nil) -> [GTIN] {
        ([first].compactMap(\.self) + (others?.split(separator: " ").map(String.init) ?? [])).compactMap {
            if case .valid(let gtin) = GTIN.read($0) { gtin } else { nil }
        }
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

    /// The same, followed by the container.
    init(category: String?, withContainerIn row: inout RowReader) throws {
        try self.init(category: category, row: &row)
        container = try row.nextOptional().flatMap(Container.init(rawValue:))
    }
}
