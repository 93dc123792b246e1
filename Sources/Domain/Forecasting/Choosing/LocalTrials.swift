/// Runs models of single histories over the series of a set and their past.
struct LocalTrials: Sendable {
    let models: [any ForecastModel]
    let origins: RollingOrigins
    let horizon: Int

    /// - Returns: a trial for each series, in their order.
    func run(
        _ set: SeriesSet, threads: Int, progress: @Sendable (_ done: Int, _ of: Int) -> Void
    ) -> [SeriesTrial] {
        ParallelMap.map(set.series.count, threads: threads, progress: progress) { place in
            trial(set.series[place].values, season: set.season)
        }
    }

    private func trial(_ values: [Double], season: Int) -> SeriesTrial {
        let history = History(values, season: season)
        let lengths = origins.lengths(of: values.count)
        let pasts = lengths.map { History(Array(values.prefix($0)), season: season) }
        let bounds = PathBounds(values)
        var trial = SeriesTrial(origins: lengths, future: [], past: [])
        for model in models {
            let fit = model.fit(history)
            trial.future.append(fit.flatMap { bounds.checked($0.forecast(horizon: horizon), horizon) })
            // Parameters that have seen what is forecast would make the past look better than the future will be.
            let earlier = pasts.last.flatMap { model.fit($0) }
            trial.past.append(
                pasts.map { past in
                    earlier?.over(past).flatMap { bounds.checked($0.forecast(horizon: horizon), horizon) }
                })
        }
        return trial
    }
}
