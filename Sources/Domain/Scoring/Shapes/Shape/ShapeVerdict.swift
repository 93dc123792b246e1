/// The shape of a series with the numbers that speak for it.
package struct ShapeVerdict: Hashable, Sendable {
    package let shape: TrendShape
    /// Nil when there are too few values.
    package let evidence: ShapeEvidence?
    /// Known values that were counted.
    package let points: Int
    /// Set when the shape is `unclear`.
    package let reason: UnclearReason?
    /// A sentence made of the numbers.
    package let sentence: String
}
