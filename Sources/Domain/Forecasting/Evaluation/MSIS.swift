/// Mean scaled interval score at the 95 % level: mean of (u − l) + (2/α)·(l − y)·[y < l] + (2/α)·(y − u)·[y > u] with α = 0.05, over the
/// in-sample mean of |y(t) − y(t−m)|. Less is better.
///
/// Not defined without an interval of 95 %, or where `MASE` is not.
/// Source: Gneiting and Raftery (2007), scaled as in the M4 competition (Makridakis, Spiliotis, Assimakopoulos, 2020).
package enum MSIS: SeriesMetric {
    package static let name = "MSIS95"

    package static func value(of outcome: ForecastOutcome) -> Double? {
        guard let interval = outcome.intervals.first(where: { $0.level == 0.95 }),
            let scale = SeasonalScale.differences(outcome.training, lag: outcome.season)
        else { return nil }
        let penalty = 2 / 0.05
        var sum = 0.0
        var count = 0.0
        for (step, actual) in outcome.actual.enumerated() where actual.isFinite && step < interval.lower.count {
            let (lower, upper) = (interval.lower[step], interval.upper[step])
            sum += upper - lower + penalty * (max(0, lower - actual) + max(0, actual - upper))
            count += 1
        }
        return count > 0 ? sum / count / scale : nil
    }
}
