import Boosting
import Foundation

/// Boosted trees that learned from all series of a set and forecast each of them, any step ahead, directly.
///
/// One model for all steps: how far ahead is a feature. Sources: Chen and Guestrin (2016) for the trees; Montero-Manso and
/// Hyndman, "Principles and algorithms for forecasting groups of time series" (2021) for one model of many series.
package struct GlobalTrees: Sendable {
    private let trees: BoostedTrees
    private let features: TreeFeatures

    /// - Parameters:
    ///   - horizon: steps ahead that will be asked for.
    ///   - held: steps at the end of each series that are not learned from.
    /// - Returns: nil where the set holds too little to learn from.
    package init?(
        _ set: SeriesSet, horizon: Int, held: Int = 0, settings: TreeSettings = TreeSettings(), threads: Int = 2
    ) {
        let sampling = TreeSampling(set, horizon: horizon, held: held, settings: settings, threads: threads)
        guard let base = sampling.bestBase else { return nil }
        let features = TreeFeatures(set, base: base, horizon: horizon)
        let (matrix, labels) = sampling.rows(features)
        guard matrix.count >= 50 else { return nil }
        var growing = BoostingSettings()
        growing.objective = settings.objective == .squared ? .number : .median
        growing.rounds = settings.rounds
        growing.rate = settings.rate
        growing.depth = settings.depth
        growing.leastWeight = settings.leastRows
        growing.rowShare = 0.7
        growing.columnShare = 0.6
        growing.ridge = 2
        growing.bins = 128
        growing.seed = UInt32(truncatingIfNeeded: settings.seed)
        growing.threads = threads
        guard let trees = try? BoostedTrees.grow(from: matrix, labels: labels, growing) else { return nil }
        self.trees = trees
        self.features = features
    }

    /// Forecasts of several series from several origins.
    /// - Parameters:
    ///   - origins: for each series how many of its values are known at each origin.
    /// - Returns: for each series and origin `horizon` values; nil where the history before the origin is too short.
    package func forecast(_ series: [TimeSeries], origins: [[Int]], horizon: Int, threads: Int = 2) -> [[[Double]?]] {
        let season = features.season
        return ParallelMap.map(series.count, threads: threads) { place in
            let one = series[place]
            let sums = RunningSums(one.values, season: season)
            let isNonNegative = !one.values.contains { $0 < 0 }
            var matrix = FeatureMatrix(width: TreeFeatures.width, capacity: horizon * origins[place].count)
            var starts: [(base: Double, scale: Double)?] = []
            var row = ContiguousArray<Float>()
            row.reserveCapacity(TreeFeatures.width)
            for known in origins[place] {
                for step in 1...max(1, horizon) {
                    let start =
                        known > 0
                        ? features.fill(&row, one, sums, origin: known - 1, target: known - 1 + step) : nil
                    if start != nil { matrix.append(row) }
                    starts.append(start)
                }
            }
            var corrections = ((try? trees.predict(matrix)) ?? []).makeIterator()
            let flat = starts.map { start -> Double in
                guard let start, let correction = corrections.next() else { return .nan }
                let value = start.base + Double(correction) * start.scale
                return isNonNegative ? max(0, value) : value
            }
            return origins[place].enumerated().map { number, known in
                var path = Array(flat[number * horizon..<(number + 1) * horizon])
                // Trees are never quite sure of a closed day.
                let slots = SeasonSlots(one.values, season: season, end: known)
                for step in path.indices where !slots.isLive[slots.slot(known + step)] { path[step] = 0 }
                return path.allSatisfy(\.isFinite) ? path : nil
            }
        }
    }
}
