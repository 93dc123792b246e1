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

    /// What was forecast, brought into what the quantity can be.
    init(_ forecast: SeriesForecast, of series: ProductSeries, reasons extra: [ForecastReason]) {
        let range = series.measure.range
        let level = series.level
        func within(_ values: [Double]) -> [Double] {
            values.map { $0.isFinite ? min(range.upperBound, max(range.lowerBound, $0)) : level }
        }
        func interval(_ level: Double) -> PredictionInterval {
            let found = forecast.intervals.first { $0.level == level }
            return PredictionInterval(
                level: level, lower: within(found?.lower ?? forecast.path), upper: within(found?.upper ?? forecast.path)
            )
        }
        points = within(forecast.path)
        interval80 = interval(0.8)
        interval95 = interval(0.95)
        model = forecast.model
        backtestError = forecast.backtestError.flatMap { $0.isFinite ? $0 : nil }
        naiveError = forecast.naiveError.flatMap { $0.isFinite ? $0 : nil }
        origins = forecast.origins
        var reasons = [ForecastReason.level(value: level, observations: series.observations)]
        if let slope = RecentTrend.perWeek(series) { reasons.append(.trend(perWeek: slope)) }
        if let season = RecentTrend.season(series) { reasons.append(season) }
        reasons.append(.model(name: model, error: backtestError, naiveError: naiveError, origins: origins))
        reasons += extra
        let place = min(points.count, ForecastView.month.steps(of: series.step)) - 1
        reasons.append(
            .width(
                low: interval80.lower[place], high: interval80.upper[place], days: (place + 1) * series.step.days))
        reasons.append(.surprise(below: interval80.lower[0], above: interval80.upper[0]))
        self.reasons = reasons
    }
}
