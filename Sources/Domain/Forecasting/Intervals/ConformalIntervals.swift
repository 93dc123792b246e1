/// Prediction intervals out of the errors of rolling-origin forecasts, right on average over a set.
///
/// Residuals are scaled by series, weekday, steps ahead and size; their signed quantiles are widened or narrowed until, of origins not
/// used for the quantiles, the stated share lies inside. Sources: Vovk, "Cross-conformal predictors" (2015); Romano, Patterson and
/// Candès, "Conformalized quantile regression" (2019). What is not exchangeable (a change of regime) is not covered.
struct ConformalIntervals: Sendable {
    private let set: SeriesSet
    private let levels: [Double]
    private let groups: [Int]
    private let known: IntervalHalf
    /// By group and level.
    private let widening: [[Double]]

    /// - Parameters:
    ///   - residuals: of each series of the set; may be empty.
    ///   - levels: between 0 and 1.
    init(_ set: SeriesSet, residuals: [[Residual]], horizon: Int, levels: [Double], threads: Int) {
        self.set = set
        let levels = levels.filter { $0 > 0 && $0 < 1 }.sorted()
        self.levels = levels
        let groups = IntervalGroups(set, residuals).groups
        self.groups = groups
        known = IntervalHalf(set, residuals, horizon: horizon, groups: groups, threads: threads)
        // Neighbouring origins miss by much the same, so late ones are held against early ones, not every other.
        let middle = ((residuals.lazy.flatMap { $0.lazy.map(\.origin) }.max() ?? 0) + 1) / 2
        let calibration = IntervalCalibration(
            set: set, residuals: residuals, groups: groups, levels: levels, middle: middle,
            halves: [true, false].map { late in
                let other = residuals.map { $0.filter { ($0.origin < middle) != late } }
                return IntervalHalf(set, other, horizon: horizon, groups: groups, threads: threads)
            })
        widening = calibration.widening(threads: threads)
    }

    /// - Parameter path: what is forecast of the steps after the end of the series.
    /// - Returns: ascending by level, each inside the next; none below zero where the history is not.
    func intervals(_ place: Int, path: [Double]) -> [PredictionInterval] {
        let group = groups[place]
        let values = set.series[place].values
        let floor = values.contains { $0 < 0 } ? -Double.greatestFiniteMagnitude : 0
        var inner: PredictionInterval?
        return levels.enumerated().map { number, level in
            let found = known.quantiles[group].values([(1 - level) / 2, (1 + level) / 2], own: known.own[place])
            let factor = widening[group][number]
            var lower = [Double](repeating: 0, count: path.count)
            var upper = lower
            for step in path.indices {
                let scale =
                    factor * known.scales[place].value(place: values.count + step, step: step + 1, forecast: path[step])
                lower[step] = max(floor, path[step] + min(0, found[0]) * scale)
                upper[step] = max(floor, path[step] + max(0, found[1]) * scale)
                if let inner {
                    lower[step] = min(lower[step], inner.lower[step])
                    upper[step] = max(upper[step], inner.upper[step])
                }
            }
            let interval = PredictionInterval(level: level, lower: lower, upper: upper)
            inner = interval
            return interval
        }
    }
}
