/// Series with what came after them, kept apart to measure forecasts by.
package struct HeldOutSet: Sendable {
    /// What forecasters may see.
    package let training: SeriesSet
    /// What came next of each series, `horizon` values at most; NaN where nothing was observed.
    package let actuals: [[Double]]
    package let horizon: Int
    /// Series left out because they have nothing before or nothing after the split.
    package let leftOut: [String]

    /// Splits where the file says train ends, or before the last `horizon` steps where it does not say.
    /// - Parameter season: nil for what is usual of the step.
    package init(_ reading: SeriesReading, horizon: Int, season: Int? = nil, country: Country? = nil) {
        let horizon = max(1, horizon)
        var kept: [TimeSeries] = []
        var actuals: [[Double]] = []
        var leftOut: [String] = []
        for (place, series) in reading.series.enumerated() {
            let count = reading.trainCounts?[place] ?? max(0, series.values.count - horizon)
            let actual = Array(series.values.dropFirst(count).prefix(horizon))
            if series.values.prefix(count).contains(where: \.isFinite), actual.contains(where: \.isFinite) {
                kept.append(series.prefix(count))
                actuals.append(actual)
            } else {
                leftOut.append(series.id)
            }
        }
        training = SeriesSet(
            kept, step: reading.step, season: season ?? reading.step.usualSeason, country: country)
        self.actuals = actuals
        self.horizon = horizon
        self.leftOut = leftOut
    }

    /// The same series one horizon earlier, for choices that must not see what is measured at the end.
    package var earlier: HeldOutSet {
        let reading = SeriesReading(
            series: training.series, trainCounts: nil, step: training.step, zerosFilledIn: 0, rows: 0, blanks: 0,
            problems: [])
        return HeldOutSet(reading, horizon: horizon, season: training.season, country: training.country)
    }

    /// Every `stride`-th series alone.
    package func thinned(by stride: Int) -> HeldOutSet {
        HeldOutSet(self, places: Array(Swift.stride(from: 0, to: actuals.count, by: max(1, stride))))
    }

    private init(_ whole: HeldOutSet, places: [Int]) {
        training = whole.training.with(places.map { whole.training.series[$0] })
        actuals = places.map { whole.actuals[$0] }
        horizon = whole.horizon
        leftOut = whole.leftOut
    }
}
