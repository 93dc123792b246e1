/// A listing recognised as a known product.
package struct Match<ID: Hashable & Comparable & Sendable>: Hashable, Sendable {
    package let product: ID
    package let rule: MatchRule
    /// 0–1: how sure we are that this is the same item. For the name rule it rises with `similarity`; it is an
    /// estimate set by hand from measured precision, not yet a calibrated probability.
    package let confidence: Double
    package let features: [MatchFeature]
}
