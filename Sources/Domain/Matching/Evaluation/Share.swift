/// A share that was counted, with the bounds between which the true one lies.
package struct Share: Sendable, Hashable, Codable {
    package let hits: Int
    package let of: Int
    /// 0...1; nil of nothing.
    package let value: Double?
    /// Of nothing, 0 and 1.
    package let low: Double
    package let high: Double

    /// Bounds by Wilson (1927), which hold for few and for extreme counts, too.
    /// - Parameter z: standard deviations; 1.96 for 95 %.
    package init(_ hits: Int, of total: Int, z: Double = 1.959_963_985) {
        self.hits = hits
        of = total
        guard total > 0 else {
            (value, low, high) = (nil, 0, 1)
            return
        }
        let (count, share) = (Double(total), Double(hits) / Double(total))
        let centre = share + z * z / (2 * count)
        let spread = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
        let scale = 1 + z * z / count
        value = share
        low = max(0, (centre - spread) / scale)
        high = min(1, (centre + spread) / scale)
    }
}
