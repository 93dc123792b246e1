/// How errors grow with the steps ahead, over all series of a set: 1 on average, never falling.
struct HorizonGrowth: Sendable {
    private let factors: [Double]

    /// - Parameter residuals: of each series; each series counts alike.
    init(_ residuals: [[Residual]], horizon: Int) {
        let horizon = max(1, horizon)
        let buckets = min(horizon, 6)
        var sums = [Double](repeating: 0, count: buckets)
        var counts = [Double](repeating: 0, count: buckets)
        for series in residuals {
            let mean = series.reduce(0) { $0 + abs($1.actual - $1.forecast) } / Double(max(1, series.count))
            guard mean > 0 else { continue }
            for residual in series {
                let bucket = min(buckets - 1, (residual.step - 1) * buckets / horizon)
                sums[bucket] += min(20, abs(residual.actual - residual.forecast) / mean)
                counts[bucket] += 1
            }
        }
        // What few residuals say is drawn to 1.
        var means = zip(sums, counts).map { ($0 + 50) / ($1 + 50) }
        for bucket in means.indices.dropFirst() { means[bucket] = max(means[bucket], means[bucket - 1]) }
        let centre = means.reduce(0, +) / Double(buckets)
        factors = (0..<horizon).map { step in
            let position = (Double(step) + 0.5) * Double(buckets) / Double(horizon) - 0.5
            let low = min(max(0, Int(position.rounded(.down))), buckets - 1)
            let high = min(low + 1, buckets - 1)
            let share = min(1, max(0, position - Double(low)))
            return (means[low] + share * (means[high] - means[low])) / centre
        }
    }

    /// - Parameter step: 1 or more; beyond the horizon the last holds.
    func factor(_ step: Int) -> Double { factors[min(max(0, step - 1), factors.count - 1)] }
}
