/// One thing that was said about which listing is which product.
package enum IdentityDeed<ID: Hashable & Comparable & Sendable>: Hashable, Sendable {
    /// A listing is a product.
    case assign(listing: ID, product: ID)
    /// Two products are one: from now on the first is called as the second.
    case merge(ID, into: ID)
    /// A listing is not a product, whatever is merged or matched later.
    case different(listing: ID, product: ID)
}
