import Catalog
import Foundation

extension JSONFields {
    /// One source's entry for a product, and how it was recognised.
    mutating func listing(_ listing: Listing, of product: UUID) {
        field("id", listing.id)
        source(of: listing)
        field("item_key", listing.itemKey)
        field("name", listing.name)
        field("brand", listing.brand)
        category(listing.category?.rawValue)
        field("country", listing.country)
        field("size_ml", listing.volume)
        field("pack_units", listing.packUnits)
        strength(basisPoints: listing.strengthBasisPoints)
        field("vintage", listing.vintage)
        field("gtin", listing.gtin)
        price("price", listing.price, kind: listing.priceKind)
        field("stock_units", listing.stockUnits)
        field("store_count", listing.storeCount)
        field("first_seen", listing.firstSeen)
        field("last_seen", listing.lastSeen)
        object("evidence") { evidence in
            evidence.field("run", listing.run)
            evidence.field("line", listing.line)
        }
        match(of: listing)
        links(listing: listing.id, of: product, url: listing.url)
    }

    /// The newest match decision; `null` before the first.
    private mutating func match(of listing: Listing) {
        guard let rule = listing.rule else { return null("match") }
        object("match") { match in
            match.field("rule", rule)
            // The first listing of a product was compared with nothing it could be.
            match.field("confidence", rule == "new" ? nil : listing.confidence)
            match.array("features") { features in
                for feature in listing.features { features.item(feature) }
            }
            match.field("decided_at", listing.decidedAt)
        }
    }
}
