/// Forecasts a set by its global trees alone; a series too short for them gets the mean of its last season.
package struct TreeForecaster: SetForecaster {
    package let name: String
    private let settings: TreeSettings

    package init(_ settings: TreeSettings = TreeSettings()) {
        self.settings = settings
        name = settings.objective == .squared ? "trees" : "trees-absolute"
    }

    package func forecast(
        _ set: SeriesSet, horizon: Int, levels: [Double], threads: Int,
        progress: @Sendable (_ done: Int, _ of: Int) -> Void
    ) -> [SeriesForecast] {
        let trees = GlobalTrees(set, horizon: horizon, settings: settings, threads: threads)
        let paths = trees?.forecast(
            set.series, origins: set.series.map { [$0.values.count] }, horizon: horizon, threads: threads)
        progress(set.series.count, set.series.count)
        return set.series.enumerated().map { place, series in
            if let path = paths?[place][0] { return SeriesForecast(path: path, model: name) }
            let recent = series.values.suffix(set.season).filter(\.isFinite)
            let mean = recent.isEmpty ? 0 : recent.reduce(0, +) / Double(recent.count)
            return SeriesForecast(path: [Double](repeating: mean, count: horizon), model: "mean")
        }
    }
}
