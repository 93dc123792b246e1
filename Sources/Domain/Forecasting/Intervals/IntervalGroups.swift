/// Series whose residuals are pooled: those with a like share of zeros, where there are enough of them.
struct IntervalGroups {
    /// The group of each series, numbered from 0.
    let groups: [Int]

    private static let bounds = [0.05, 0.4, 0.75, 0.92]
    private static let leastResiduals = 400

    init(_ set: SeriesSet, _ residuals: [[Residual]]) {
        let raw = set.series.map { series -> Int in
            let slots = SeasonSlots(series.values, season: set.season)
            let recent = series.values.indices.suffix(max(60, set.season * 52)).filter {
                series.values[$0].isFinite && slots.isLive[slots.slot($0)]
            }
            let zeros = Double(recent.count { series.values[$0] == 0 }) / Double(max(1, recent.count))
            return Self.bounds.count { zeros > $0 }
        }
        var counts = [Int](repeating: 0, count: Self.bounds.count + 1)
        for (group, found) in zip(raw, residuals) { counts[group] += found.count }
        // A group with too few joins its neighbour with more zeros, the last the one before it.
        var merged = Array(counts.indices)
        var held = 0
        var open: [Int] = []
        var number = 0
        for group in counts.indices {
            held += counts[group]
            open.append(group)
            guard held >= Self.leastResiduals else { continue }
            for member in open { merged[member] = number }
            (held, open, number) = (0, [], number + 1)
        }
        for member in open { merged[member] = max(0, number - 1) }
        groups = raw.map { merged[$0] }
    }
}
