/// Finds by what factor intervals must be widened so that the stated share of values lies inside.
///
/// Aimed at is the mean of the share over all values and the share over live slots alone: the first counts days on which nothing is ever
/// sold, which are always inside, and would leave the others too narrow; the second alone would leave the whole too wide.
struct IntervalCalibration {
    let set: SeriesSet
    let residuals: [[Residual]]
    let groups: [Int]
    let levels: [Double]
    /// The number of the first of the early origins.
    let middle: Int
    /// For the late and for the early origins: what would have been known without them.
    let halves: [IntervalHalf]

    private static let mostTrials = 40_000

    private struct Trial {
        let actual: Double
        let forecast: Double
        let lower: Double
        let upper: Double
        let floor: Double
        let isLive: Bool

        func isInside(_ factor: Double) -> Bool {
            let low = max(floor, forecast + lower * factor)
            return low <= actual && actual <= max(low, forecast + upper * factor)
        }
    }

    /// By group and level; 1 where there is nothing to learn from.
    func widening(threads: Int) -> [[Double]] {
        let groupCount = (groups.max() ?? 0) + 1
        let pairs = (0..<groupCount).flatMap { group in levels.map { (group, $0) } }
        let found = ParallelMap.map(pairs.count, threads: threads) { factor(group: pairs[$0].0, level: pairs[$0].1) }
        return (0..<groupCount).map { Array(found[$0 * levels.count..<($0 + 1) * levels.count]) }
    }

    private func factor(group: Int, level: Double) -> Double {
        let trials = trials(group: group, level: level)
        guard trials.count >= 50 else { return 1 }
        let liveCount = Double(max(1, trials.count { $0.isLive }))
        var (low, high) = (0.02, 3.0)
        for _ in 0..<24 {
            let middle = (low + high) / 2
            var inside = 0.0
            var liveInside = 0.0
            for trial in trials where trial.isInside(middle) {
                inside += 1
                liveInside += trial.isLive ? 1 : 0
            }
            let share = (inside / Double(trials.count) + liveInside / liveCount) / 2
            if share < level { low = middle } else { high = middle }
        }
        return high
    }

    private func trials(group: Int, level: Double) -> [Trial] {
        let probabilities = [(1 - level) / 2, (1 + level) / 2]
        let members = groups.indices.filter { groups[$0] == group }
        let count = members.reduce(0) { $0 + residuals[$1].count }
        // Whole series are passed over: their values depend on one another.
        let sample = stride(from: 0, to: members.count, by: max(1, count / Self.mostTrials)).map { members[$0] }
        return sample.flatMap { place in
            let quantiles = halves.map { $0.quantiles[group].values(probabilities, own: $0.own[place]) }
            let floor = set.series[place].values.contains { $0 < 0 } ? -Double.greatestFiniteMagnitude : 0
            return residuals[place].map { residual in
                let half = residual.origin < middle ? 0 : 1
                let bounds = quantiles[half]
                let scale = halves[half].scales[place].value(
                    place: residual.place, step: residual.step, forecast: residual.forecast)
                return Trial(
                    actual: residual.actual, forecast: residual.forecast, lower: min(0, bounds[0]) * scale,
                    upper: max(0, bounds[1]) * scale, floor: floor,
                    isLive: halves[half].scales[place].isLive(residual.place))
            }
        }
    }
}
