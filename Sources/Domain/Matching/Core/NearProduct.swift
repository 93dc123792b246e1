/// A product a listing may be, for somebody to look at.
package struct NearProduct<ID: Hashable & Comparable & Sendable>: Hashable, Sendable {
    package let product: ID
    /// 0...1, by the name.
    package let similarity: Double
    package let features: [MatchFeature]
}
