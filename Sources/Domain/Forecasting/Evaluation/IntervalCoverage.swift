/// The share of values that lie inside an interval, bounds included. 0...1; as near the level as can be is best.
package struct IntervalCoverage: Sendable, Hashable {
    package let level: Double
    /// Over all values.
    package let share: Double
    /// Over the values of live slots alone (`SeasonSlots`): days on which nothing is ever sold are always inside and say nothing.
    package let liveShare: Double?

    /// - Returns: nil where no outcome has such an interval and a value.
    package init?(of outcomes: some Sequence<ForecastOutcome>, level: Double) {
        var inside = 0.0
        var count = 0.0
        var liveInside = 0.0
        var live = 0.0
        for outcome in outcomes {
            guard let interval = outcome.intervals.first(where: { $0.level == level }) else { continue }
            let slots = SeasonSlots(outcome.training, season: outcome.season)
            for (step, actual) in outcome.actual.enumerated() where actual.isFinite && step < interval.lower.count {
                let isInside = interval.lower[step] <= actual && actual <= interval.upper[step]
                count += 1
                inside += isInside ? 1 : 0
                if slots.isLive[slots.slot(outcome.training.count + step)] {
                    live += 1
                    liveInside += isInside ? 1 : 0
                }
            }
        }
        guard count > 0 else { return nil }
        self.level = level
        share = inside / count
        liveShare = live > 0 ? liveInside / live : nil
    }
}
