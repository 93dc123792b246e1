/// How much less a forecast misses when its models have seen the history up to its origin, instead of up to the earliest origin of the
/// backtest: residuals of a backtest that fits once are that much too large for intervals.
///
/// At the latest origin the models of a sample of series are fitted anew, and trees grown anew, and what is missed is compared with what
/// the backtest says it missed there.
struct RefitGain: Sendable {
    /// Series that are fitted anew at most; where trees take part these are grown of all series.
    static let most = 150
    /// Less than so many say nothing.
    static let least = 20
    /// No interval is made narrower than by this factor.
    static let smallest = 0.6

    /// What intervals are multiplied by, `smallest`...1.
    let factor: Double

    static let none = RefitGain(factor: 1)

    private init(factor: Double) { self.factor = factor }

    /// - Parameters:
    ///   - members: the candidates that were chosen for each series.
    ///   - models: the candidates before the trees, which are the last.
    init(
        _ set: SeriesSet, trials: [SeriesTrial], members: [[Int]], models: [any ForecastModel],
        trees settings: TreeSettings?, origins: RollingOrigins, horizon: Int, threads: Int
    ) {
        let usable = trials.indices.filter { trials[$0].origins.count >= 3 }
        guard usable.count >= Self.least, let held = origins.offsets.first else {
            self = .none
            return
        }
        let stride = max(1, usable.count / Self.most)
        let sample = Swift.stride(from: 0, to: usable.count, by: stride).map { usable[$0] }
        var grown: [[Double]?]?
        if let settings, sample.contains(where: { members[$0].contains(models.count) }) {
            let trees = GlobalTrees(set, horizon: horizon, held: held, settings: settings, threads: threads)
            grown = trees?.forecast(
                sample.map { set.series[$0] }, origins: sample.map { [trials[$0].origins[0]] }, horizon: horizon,
                threads: threads
            ).map { $0.first ?? nil }
        }
        let trees = grown
        let ratios = ParallelMap.map(sample.count, threads: threads) { number -> Double? in
            let place = sample[number]
            let values = set.series[place].values
            let origin = trials[place].origins[0]
            let bounds = PathBounds(values)
            let history = History(Array(values.prefix(origin)), season: set.season)
            let paths = members[place].map { member -> [Double]? in
                if member == models.count { return trees?[number] }
                return models[member].fit(history).flatMap { bounds.checked($0.forecast(horizon: horizon), horizon) }
            }
            guard let fresh = SeriesTrial.mean(paths),
                let stale = SeriesTrial.mean(members[place].map { trials[place].past[$0][0] })
            else { return nil }
            var (new, old, count) = (0.0, 0.0, 0.0)
            for step in 0..<min(fresh.count, values.count - origin) where values[origin + step].isFinite {
                new += abs(values[origin + step] - fresh[step])
                old += abs(values[origin + step] - stale[step])
                count += 1
            }
            // In units of what the backtest missed, so that no large series decides alone.
            return count > 0 && old > 0 ? new / old : nil
        }.compactMap(\.self)
        guard ratios.count >= Self.least else {
            self = .none
            return
        }
        // The median: a series whose backtest missed hardly anything has a ratio that says nothing.
        let sorted = ratios.sorted()
        factor = min(1, max(Self.smallest, sorted[sorted.count / 2]))
    }
}
