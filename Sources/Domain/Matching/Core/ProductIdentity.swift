package import Catalog

/// What is known about which thing a product is.
package struct ProductIdentity<ID: Hashable & Comparable & Sendable>: Sendable {
    package let id: ID
    /// Its own name first, then its aliases as sources wrote them.
    package var names: [String]
    /// Brands and producers it was seen under.
    package var makers: [String]
    package var gtins: [GTIN]
    package var facts: ItemFacts
    /// The listings that are this product.
    package var carriers: [Carrier<ID>]

    package init(
        id: ID, names: [String], makers: [String] = [], gtins: [GTIN] = [], facts: ItemFacts = ItemFacts(),
        carriers: [Carrier<ID>] = []
    ) {
        self.id = id
        self.names = names
        self.makers = makers
        self.gtins = gtins
        self.facts = facts
        self.carriers = carriers
    }

    /// A new product that is exactly one listing.
    package init(id: ID, from listing: ListingIdentity<ID>) {
        self.init(
            id: id, names: [listing.name], makers: [listing.brand, listing.producer].compactMap(\.self),
            gtins: listing.gtins, facts: listing.facts,
            carriers: [Carrier(listing: listing.id, seller: listing.seller)])
    }

    /// Takes in a listing that was matched: its name as an alias, its makers and codes, and facts not known before.
    /// Facts already known stay.
    package mutating func absorb(_ listing: ListingIdentity<ID>) {
        if !names.contains(listing.name) { names.append(listing.name) }
        for maker in [listing.brand, listing.producer].compactMap(\.self) where !makers.contains(maker) {
            makers.append(maker)
        }
        for gtin in listing.gtins where !gtins.contains(gtin) { gtins.append(gtin) }
        facts = facts.filled(from: listing.facts)
        let carrier = Carrier(listing: listing.id, seller: listing.seller)
        if !carriers.contains(carrier) { carriers.append(carrier) }
    }
}
