/// Forecasts every series of a set by what did best in its past, with intervals that held there.
///
/// Candidates are backtested from rolling origins; the mean of those that did best for series of the kind is forecast, another for a single
/// series only where it was far better there. A series of which nothing can be said gets the mean of what is known, or 0.
package struct Forecaster: SetForecaster {
    package let name: String
    package let options: ForecastOptions

    package init(_ options: ForecastOptions = ForecastOptions(), name: String = "chosen") {
        self.options = options
        self.name = name
    }

    /// Cheap by design: see `ForecastOptions.quick`.
    package static var quick: Forecaster { Forecaster(.quick, name: "quick") }

    package func forecast(
        _ set: SeriesSet, horizon: Int, levels: [Double] = [0.8, 0.95], threads: Int = 2,
        progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) -> [SeriesForecast] {
        let horizon = max(1, horizon)
        let total = set.series.count
        return stride(from: 0, to: total, by: max(1, options.block)).flatMap { start in
            let block = set.with(Array(set.series[start..<min(total, start + max(1, options.block))]))
            return forecastBlock(block, horizon: horizon, levels: levels, threads: threads) { done, _ in
                progress(start + done, total)
            }
        }
    }

    private func forecastBlock(
        _ set: SeriesSet, horizon: Int, levels: [Double], threads: Int,
        progress: @Sendable (_ done: Int, _ of: Int) -> Void
    ) -> [SeriesForecast] {
        let (trials, names) = trials(set, horizon: horizon, threads: threads, progress: progress)
        let choice = SeriesChoice(set, trials: trials, names: names, options: options, threads: threads)
        let residuals = trials.indices.map { place in
            Self.residuals(set.series[place].values, trials[place], members: choice.members[place])
        }
        let intervals = ConformalIntervals(
            set, residuals: residuals, horizon: horizon, levels: levels, threads: threads)
        return ParallelMap.map(trials.count, threads: threads) { place in
            let values = set.series[place].values
            guard let path = SeriesTrial.mean(choice.members[place].lazy.map { trials[place].future[$0] }),
                !Self.isConstant(values)
            else { return Self.plain(values, horizon: horizon, levels: levels) }
            return SeriesForecast(
                path: path, intervals: intervals.intervals(place, path: path),
                model: choice.members[place].map { names[$0] }.joined(separator: "+"),
                reason: choice.reasons[place], backtestError: choice.errors[place],
                naiveError: choice.naiveErrors[place], origins: trials[place].origins.count)
        }
    }

    private func trials(
        _ set: SeriesSet, horizon: Int, threads: Int, progress: @Sendable (_ done: Int, _ of: Int) -> Void
    ) -> (trials: [SeriesTrial], names: [String]) {
        let models = options.models.compactMap { ModelRegistry.model(named: $0) }
        let origins = RollingOrigins(set, horizon: horizon, most: options.origins)
        var trials = LocalTrials(models: models, origins: origins, horizon: horizon)
            .run(set, threads: threads, progress: progress)
        guard let settings = options.trees else { return (trials, models.map(\.name)) }
        GlobalTrial(set, origins: origins, horizon: horizon, settings: settings, threads: threads).append(to: &trials)
        return (trials, models.map(\.name) + ["trees"])
    }

    private static func residuals(_ values: [Double], _ trial: SeriesTrial, members: [Int]) -> [Residual] {
        let past = CombinationChoice.past(members, trial)
        var residuals: [Residual] = []
        for (number, path) in past.enumerated() {
            guard let path else { continue }
            let origin = trial.origins[number]
            for step in 0..<min(path.count, values.count - origin) where values[origin + step].isFinite {
                residuals.append(
                    Residual(
                        origin: number, step: step + 1, place: origin + step, actual: values[origin + step],
                        forecast: path[step]))
            }
        }
        return residuals
    }

    private static func isConstant(_ values: [Double]) -> Bool {
        guard let first = values.first(where: \.isFinite) else { return true }
        return values.allSatisfy { $0 == first || $0.isNaN }
    }

    /// The mean of the last known values, 0 where none is known, between the least and the greatest value there was.
    private static func plain(_ values: [Double], horizon: Int, levels: [Double]) -> SeriesForecast {
        let known = values.filter(\.isFinite)
        let recent = known.suffix(10)
        let mean = recent.reduce(0) { $0 + $1 / Double(recent.count) }
        func flat(_ value: Double) -> [Double] { [Double](repeating: value, count: horizon) }
        let (lower, upper) = (flat(min(mean, known.min() ?? 0)), flat(max(mean, known.max() ?? 0)))
        return SeriesForecast(
            path: flat(mean),
            intervals: levels.sorted().map { PredictionInterval(level: $0, lower: lower, upper: upper) },
            model: "mean",
            reason: known.isEmpty
                ? "nothing is known of the past"
                : isConstant(values) ? "the history never changes" : "the history is too short for any model")
    }
}
