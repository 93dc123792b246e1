/// A share that was counted, with the bounds between which the true one lies with 95 %.
package struct Share: Sendable, Hashable, Codable {
    package let hits: Int
    package let of: Int
    /// 0...1; nil of nothing.
    package let value: Double?
    /// Of nothing, 0 and 1.
    package let low: Double
    package let high: Double

    /// Bounds by Wilson (1927), which hold for few and for extreme counts, too. Hits outside of 0 to `total` are taken as
    /// the nearest that is inside.
    /// - Parameter z: standard deviations; 1.96 for 95 %.
    package init(_ hits: Int, of total: Int, z: Double = 1.959_963_985) {
        let total = max(0, total)
        let hits = min(total, max(0, hits))
        self.hits = hits
        of = total
        guard total > 0 else {
            (value, low, high) = (nil, 0, 1)
            return
        }
        let (count, share) = (Double(total), Double(hits) / Double(total))
        let centre = share + z * z / (2 * count)
        let reach = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
        let scale = 1 + z * z / count
        value = share
        // Exact at the ends, where rounding would leave a trace.
        low = hits == 0 ? 0 : max(0, (centre - reach) / scale)
        high = hits == total ? 1 : min(1, (centre + reach) / scale)
    }

    /// Whether this share is above the other by more than chance: the 95 % interval of the difference is above zero
    /// (Newcombe, 1998, method 10).
    package func isAbove(_ other: Share) -> Bool {
        guard let value, let base = other.value else { return false }
        let reach = ((value - low) * (value - low) + (other.high - base) * (other.high - base)).squareRoot()
        return value - base - reach > 0
    }
}
