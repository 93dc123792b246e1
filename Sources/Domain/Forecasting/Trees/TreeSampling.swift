import Boosting
import Catalog

/// Draws pairs of an origin and a step ahead from the series of a set, evenly from all of them.
struct TreeSampling {
    private struct Pair {
        let series: Int
        let origin: Int
        let target: Int
    }

    private let set: SeriesSet
    private let sums: [RunningSums]
    private let pairs: [Pair]
    private let threads: Int

    init(_ set: SeriesSet, horizon: Int, held: Int, settings: TreeSettings, threads: Int) {
        self.set = set
        self.threads = threads
        let season = set.season
        sums = ParallelMap.map(set.series.count, threads: threads) {
            RunningSums(set.series[$0].values, season: season)
        }
        var random = SeededGenerator(seed: settings.seed)
        var pairs: [Pair] = []
        let share = max(1, settings.rows / max(1, set.series.count))
        let least = max(4, min(2 * season, TreeFeatures.window(season)))
        for (place, series) in set.series.enumerated() {
            let end = series.values.count - held
            let oldest = max(least, end - settings.memory * TreeFeatures.window(season)) - 1
            guard end - 1 > oldest else { continue }
            let origins = end - 1 - oldest
            for _ in 0..<min(share, origins * horizon) {
                let origin = oldest + random.int(0...(origins - 1))
                let target = origin + 1 + random.int(0...(min(horizon, end - 1 - origin) - 1))
                if series.values[target].isFinite {
                    pairs.append(Pair(series: place, origin: origin, target: target))
                }
            }
        }
        self.pairs = pairs
    }

    /// The base forecast with the least scaled absolute error; nil where nothing can be forecast.
    var bestBase: TreeBase? {
        let stride = max(1, pairs.count / 20_000)
        let sample = Swift.stride(from: 0, to: pairs.count, by: stride).map { pairs[$0] }
        let errors = TreeBase.candidates(season: set.season).map { base -> (TreeBase, Double) in
            let features = TreeFeatures(set.with([]), base: base, horizon: 1)
            var sum = 0.0
            var count = 0.0
            for pair in sample {
                let sums = sums[pair.series]
                let value = base.value(sums, season: set.season, origin: pair.origin, target: pair.target)
                guard value.isFinite else { continue }
                sum += min(100, abs(value - sums.values[pair.target]) / features.scale(sums, origin: pair.origin))
                count += 1
            }
            return (base, count > 0 ? sum / count : .infinity)
        }
        return errors.filter { $0.1.isFinite }.min { $0.1 < $1.1 }?.0
    }

    /// A row for each pair, and how far its value lies from the base forecast, in scales, 50 at most either way.
    func rows(_ features: TreeFeatures) -> (FeatureMatrix, labels: [Float]) {
        let block = 4_096
        let blocks = ParallelMap.map((pairs.count + block - 1) / block, threads: threads) { number in
            var rows: [Float] = []
            var labels: [Float] = []
            var row = ContiguousArray<Float>()
            row.reserveCapacity(TreeFeatures.width)
            for pair in pairs[number * block..<min(pairs.count, (number + 1) * block)] {
                let sums = sums[pair.series]
                guard
                    let start = features.fill(
                        &row, set.series[pair.series], sums, origin: pair.origin, target: pair.target)
                else { continue }
                rows.append(contentsOf: row)
                labels.append(Float(min(50, max(-50, (sums.values[pair.target] - start.base) / start.scale))))
            }
            return (rows, labels)
        }
        var matrix = FeatureMatrix(width: TreeFeatures.width, capacity: pairs.count)
        for (rows, _) in blocks {
            for start in stride(from: 0, to: rows.count, by: TreeFeatures.width) {
                matrix.append(rows[start..<start + TreeFeatures.width])
            }
        }
        return (matrix, blocks.flatMap(\.1))
    }
}
