/// Measures forecasters on series whose end was held back.
package struct ForecastEvaluation: Sendable {
    package let set: HeldOutSet
    package let levels: [Double]
    package let threads: Int
    private let naiveSMAPE: Double?
    private let naiveMASE: Double?

    package init(_ set: HeldOutSet, levels: [Double] = [0.8, 0.95], threads: Int = 2) {
        self.set = set
        self.levels = levels.sorted()
        self.threads = threads
        let (series, season) = (set.training.series, set.training.season)
        let outcomes = ParallelMap.map(series.count, threads: threads) { place in
            let history = History(series[place].values, season: season)
            let naive = Naive2().fit(history)?.forecast(horizon: set.horizon) ?? []
            return ForecastOutcome(
                training: history.values, actual: set.actuals[place], forecast: naive, season: season)
        }
        naiveSMAPE = Self.mean(SMAPE.self, outcomes)
        naiveMASE = Self.mean(MASE.self, outcomes)
    }

    package func report(
        of forecaster: some SetForecaster, progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) -> EvaluationReport {
        let clock = ContinuousClock()
        var forecasts: [SeriesForecast] = []
        let took = clock.measure {
            forecasts = forecaster.forecast(
                set.training, horizon: set.horizon, levels: levels, threads: threads, progress: progress)
        }
        let outcomes = zip(zip(set.training.series, set.actuals), forecasts).map { known, forecast in
            ForecastOutcome(
                training: known.0.values, actual: known.1, forecast: forecast.path, season: set.training.season,
                intervals: forecast.intervals)
        }
        let smape = Self.mean(SMAPE.self, outcomes)
        let mase = Self.mean(MASE.self, outcomes)
        return EvaluationReport(
            forecaster: forecaster.name, series: outcomes.count, smape: smape, mase: mase,
            rmsse: Self.mean(RMSSE.self, outcomes),
            owa: OWA.value(smape: smape, mase: mase, naiveSMAPE: naiveSMAPE, naiveMASE: naiveMASE),
            mape: Self.mean(MAPE.self, outcomes), wape: WAPE.value(of: outcomes),
            bias: ForecastBias.value(of: outcomes),
            coverage: levels.compactMap { IntervalCoverage(of: outcomes, level: $0) },
            msis: Self.mean(MSIS.self, outcomes), direction: DirectionalAccuracy(of: outcomes),
            undefinedMASE: outcomes.count { MASE.value(of: $0) == nil },
            secondsPerThousand: took / .seconds(1) * 1_000 / Double(max(1, outcomes.count)),
            models: Dictionary(forecasts.map { ($0.model, 1) }, uniquingKeysWith: +))
    }

    private static func mean(_ metric: (some SeriesMetric).Type, _ outcomes: [ForecastOutcome]) -> Double? {
        let values = outcomes.compactMap { metric.value(of: $0) }
        return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
}
