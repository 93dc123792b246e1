/// A series as a sequence of demands: how large each was, and how many observed steps after the one before it.
struct Demand {
    private(set) var sizes = ContiguousArray<Double>()
    private(set) var intervals = ContiguousArray<Double>()

    /// - Returns: nil where a value is below zero: such a series is not one of demands.
    init?(_ series: ScaledSeries) {
        guard series.minimum >= 0 else { return nil }
        var waited = 0.0
        for value in series.values where !value.isNaN {
            waited += 1
            guard value > 0 else { continue }
            sizes.append(value)
            intervals.append(waited)
            waited = 0
        }
    }

    /// Steps from one demand to the next, at least 1; 1 without any demand.
    var meanInterval: Double {
        intervals.isEmpty ? 1 : intervals.reduce(0, +) / Double(intervals.count)
    }
}
