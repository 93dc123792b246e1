/// Pairs that a rule answers at once: those that are as probable as this.
package struct ReviewBand: Sendable, Hashable {
    /// 0...1, both included.
    package let low: Double
    package let high: Double

    /// - Returns: nil unless 0 ≤ low ≤ high ≤ 1.
    package init?(low: Double, high: Double) {
        guard (0...1).contains(low), (0...1).contains(high), low <= high else { return nil }
        self.low = low
        self.high = high
    }
}
