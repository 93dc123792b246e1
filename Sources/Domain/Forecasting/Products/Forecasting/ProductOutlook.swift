/// What is expected of one product's quantity, how surely, and why.
package struct ProductOutlook: Sendable {
    /// The expected value of each next step.
    package let points: [Double]
    package let interval80: PredictionInterval
    package let interval95: PredictionInterval
    package let model: String
    /// Mean absolute errors of the backtest, in units of the series; nil where there was none.
    package let backtestError: Double?
    package let naiveError: Double?
    package let origins: Int
    package let reasons: [ForecastReason]
    /// What the intervals were made wider by.
    package let widening: RecordWidening

    /// What was forecast, with intervals as wide as the record asks for, brought into what the quantity can be.
    init(
        _ forecast: SeriesForecast, of series: ProductSeries, widening: RecordWidening = .none,
        reasons extra: [ForecastReason]
    ) {
        let range = series.measure.range
        let level = series.level
        func within(_ values: [Double]) -> [Double] {
            values.map { $0.isFinite ? min(range.upperBound, max(range.lowerBound, $0)) : level }
        }
        func bounds(_ level: Double, _ found: [Double]?) -> [Double] {
            zip(forecast.path, found ?? forecast.path).enumerated().map { place, pair in
                let factor = widening.factor(level: level, days: (place + 1) * series.step.days)
                return pair.0 + (pair.1 - pair.0) * factor
            }
        }
        func interval(_ level: Double) -> (lower: [Double], upper: [Double]) {
            let found = forecast.intervals.first { $0.level == level }
            return (bounds(level, found?.lower), bounds(level, found?.upper))
        }
        self.widening = widening
        points = within(forecast.path)
        let (inner, outer) = (interval(0.8), interval(0.95))
        interval80 = PredictionInterval(level: 0.8, lower: within(inner.lower), upper: within(inner.upper))
        interval95 = PredictionInterval(
            level: 0.95, lower: within(zip(inner.lower, outer.lower).map(min)),
            upper: within(zip(inner.upper, outer.upper).map(max)))
        model = forecast.model
        backtestError = forecast.backtestError.flatMap { $0.isFinite ? $0 : nil }
        naiveError = forecast.naiveError.flatMap { $0.isFinite ? $0 : nil }
        origins = forecast.origins
        var reasons = [ForecastReason.level(value: level, observations: series.observations)]
        if let slope = RecentTrend.perWeek(series) { reasons.append(.trend(perWeek: slope)) }
        if let season = RecentTrend.season(series) { reasons.append(season) }
        reasons.append(.model(name: model, error: backtestError, naiveError: naiveError, origins: origins))
        reasons += extra
        if let held = widening.held, case let factor = widening.factor(level: 0.8, days: held.days), factor > 1.05 {
            reasons.append(.record(inside: held.inside, of: held.of, days: held.days, factor: factor))
        }
        let place = min(points.count, ForecastView.month.steps(of: series.step)) - 1
        reasons.append(
            .width(
                low: interval80.lower[place], high: interval80.upper[place], days: (place + 1) * series.step.days))
        reasons.append(.surprise(below: interval80.lower[0], above: interval80.upper[0]))
        self.reasons = reasons
    }
}
