/// On which side of a limit a figure is bad.
package enum MetricSide: Sendable, Hashable {
    /// At the limit and above.
    case atLeast
    /// Above the limit.
    case above
    /// Below the limit.
    case below

    /// Whether a value is on the bad side. What is not a number says nothing, and is not.
    package func isBeyond(_ value: Double, _ threshold: Double) -> Bool {
        switch self {
        case .atLeast: value >= threshold
        case .above: value > threshold
        case .below: value < threshold
        }
    }

    /// The worse of two values.
    package func worse(_ one: Double, _ other: Double) -> Double { self == .below ? min(one, other) : max(one, other) }
}
