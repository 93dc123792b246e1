/// The global trees' part in the trials of a set.
struct GlobalTrial: Sendable {
    private let future: [[[Double]?]]?
    private let past: [[[Double]?]]?

    /// What is said of the past is said by trees that learned from nothing the origins do not see.
    init(_ set: SeriesSet, origins: RollingOrigins, horizon: Int, settings: TreeSettings, threads: Int) {
        let whole = GlobalTrees(set, horizon: horizon, settings: settings, threads: threads)
        future = whole?.forecast(
            set.series, origins: set.series.map { [$0.values.count] }, horizon: horizon, threads: threads)
        guard whole != nil, origins.held > 0 else {
            past = nil
            return
        }
        let earlier = GlobalTrees(
            set, horizon: horizon, held: origins.held, settings: settings, threads: threads)
        past = earlier?.forecast(
            set.series, origins: set.series.map { origins.lengths(of: $0.values.count) }, horizon: horizon,
            threads: threads)
    }

    func append(to trials: inout [SeriesTrial]) {
        for place in trials.indices {
            trials[place].future.append(future?[place].first ?? nil)
            trials[place].past.append(past?[place] ?? trials[place].origins.map { _ in nil })
        }
    }
}
