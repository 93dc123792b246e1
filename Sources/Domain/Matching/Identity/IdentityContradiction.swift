/// Two things that were said of which both cannot be true.
package enum IdentityContradiction<ID: Hashable & Comparable & Sendable>: Hashable, Sendable {
    /// A listing is a product that somebody said it is not.
    case isWhatItIsNot(listing: ID, product: ID)
    /// Two offers of one seller are one product; a seller lists a thing once.
    case soldTwice(listings: [ID], product: ID)
}
