/// A listing that is none of the known products, as far as the rules can tell.
package struct NoMatch<ID: Hashable & Comparable & Sendable>: Hashable, Sendable {
    package let reason: NewReason
    /// The product that came nearest, if one came near enough to be worth showing.
    package let nearest: ID?
    package let features: [MatchFeature]
}
