/// A share that was counted, and where it lies with a probability of 95 %, were these drawn from many.
///
/// Source: Wilson (1927), score interval.
package struct ShareEstimate: Sendable, Hashable {
    /// 0...1.
    package let share: Double
    package let count: Int
    package let interval: ClosedRange<Double>

    /// - Returns: nil where nothing was counted.
    package init?(_ right: Int, of count: Int) {
        guard count > 0 else { return nil }
        let total = Double(count)
        let share = Double(right) / total
        let z = 1.959964
        let centre = (share + z * z / (2 * total)) / (1 + z * z / total)
        let half =
            z / (1 + z * z / total) * (share * (1 - share) / total + z * z / (4 * total * total)).squareRoot()
        self.share = share
        self.count = count
        interval = max(0, centre - half)...min(1, centre + half)
    }
}
