/// A listing that belongs to a product, and who offers it.
package struct Carrier<ID: Hashable & Comparable & Sendable>: Hashable, Sendable {
    package let listing: ID
    package let seller: Seller

    package init(listing: ID, seller: Seller) {
        self.listing = listing
        self.seller = seller
    }
}
