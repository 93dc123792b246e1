package import Catalog

/// What a listing says about which product it is. Holds no price, stock or company, so a reviewer may see all of it.
package struct ListingIdentity<ID: Hashable & Comparable & Sendable>: Sendable {
    package let id: ID
    package let seller: Seller
    /// As the source wrote it.
    package let name: String
    package let brand: String?
    package let producer: String?
    package let gtins: [GTIN]
    package let facts: ItemFacts

    package init(
        id: ID, seller: Seller, name: String, brand: String? = nil, producer: String? = nil, gtins: [GTIN] = [],
        facts: ItemFacts = ItemFacts()
    ) {
        self.id = id
        self.seller = seller
        self.name = name
        self.brand = brand
        self.producer = producer
        self.gtins = gtins
        self.facts = facts
    }
}
