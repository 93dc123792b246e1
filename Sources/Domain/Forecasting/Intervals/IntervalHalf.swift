/// What some residuals of a set say of how far forecasts miss: the scale of each series, the quantiles of series that are alike, and the
/// scaled residuals of each series.
struct IntervalHalf: Sendable {
    let scales: [ResidualScale]
    /// By group.
    let quantiles: [ResidualQuantiles]
    /// By series; ascending.
    let own: [[Double]]

    /// - Parameters:
    ///   - residuals: of each series of the set.
    ///   - groups: the group of each series, numbered from 0.
    init(_ set: SeriesSet, _ residuals: [[Residual]], horizon: Int, groups: [Int], threads: Int) {
        let growth = HorizonGrowth(residuals, horizon: horizon)
        let deadRatio = Self.deadRatio(set, residuals)
        let scales = ParallelMap.map(set.series.count, threads: threads) { place in
            ResidualScale(
                set.series[place].values, season: set.season, residuals: residuals[place], growth: growth,
                deadRatio: deadRatio)
        }
        let own = ParallelMap.map(set.series.count, threads: threads) { place in
            residuals[place].compactMap { residual -> Double? in
                guard scales[place].isLive(residual.place) else { return nil }
                let scale = scales[place].value(
                    place: residual.place, step: residual.step, forecast: residual.forecast)
                return scale > 0 ? (residual.actual - residual.forecast) / scale : nil
            }.sorted()
        }
        quantiles = (0...(groups.max() ?? 0)).map { group in
            ResidualQuantiles(group: zip(groups, own).lazy.filter { $0.0 == group }.flatMap(\.1))
        }
        self.scales = scales
        self.own = own
    }

    /// How the errors of slots that are not live compare with those of live ones.
    private static func deadRatio(_ set: SeriesSet, _ residuals: [[Residual]]) -> Double {
        var sums = [0.0, 0.0]
        var counts = [0.0, 0.0]
        for (series, found) in zip(set.series, residuals) {
            let slots = SeasonSlots(series.values, season: set.season)
            let mean = found.reduce(0) { $0 + abs($1.actual - $1.forecast) } / Double(max(1, found.count))
            guard mean > 0 else { continue }
            for residual in found {
                let side = slots.isLive[slots.slot(residual.place)] ? 1 : 0
                sums[side] += min(20, abs(residual.actual - residual.forecast) / mean)
                counts[side] += 1
            }
        }
        guard counts[0] > 0, counts[1] > 0, sums[1] > 0 else { return 0.05 }
        return min(1, sums[0] / counts[0] / (sums[1] / counts[1]))
    }
}
