/// A product a listing may be, for somebody to look at.
package struct NearProduct<ID: Hashable & Comparable & Sendable>: Hashable, Sendable {
    package let product: ID
    package let features: [MatchFeature]
}
