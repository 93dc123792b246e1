import Catalog

/// The share of series of which the forecast says rightly whether the mean of the next h steps lies above or below the mean of the last h.
///
/// A series counts where it has a value in both stretches and their means differ; a forecast of no change is wrong.
package struct DirectionalAccuracy: Sendable, Hashable {
    /// 0...1.
    package let share: Double
    /// What the better of "always up" and "always down" reaches: the share of the commoner side.
    package let baseRate: Double
    package let count: Int
    /// Where the share lies with a probability of 95 %, were these series drawn from many.
    package let interval: ClosedRange<Double>

    /// - Returns: nil where no series counts.
    package init?(of outcomes: some Sequence<ForecastOutcome>) {
        var right = 0
        var up = 0
        var count = 0
        for outcome in outcomes {
            let recent = outcome.training.suffix(outcome.actual.count).filter(\.isFinite)
            let actual = outcome.actual.filter(\.isFinite)
            guard !recent.isEmpty, !actual.isEmpty, !outcome.forecast.isEmpty else { continue }
            let base = recent.reduce(0, +) / Double(recent.count)
            let came = actual.reduce(0, +) / Double(actual.count)
            let said = outcome.forecast.reduce(0, +) / Double(outcome.forecast.count)
            guard came != base else { continue }
            count += 1
            up += came > base ? 1 : 0
            right += (came > base && said > base) || (came < base && said < base) ? 1 : 0
        }
        let estimate = Share(right, of: count)
        guard let value = estimate.value else { return nil }
        share = value
        self.count = count
        baseRate = Double(max(up, count - up)) / Double(count)
        interval = estimate.low...estimate.high
    }
}
