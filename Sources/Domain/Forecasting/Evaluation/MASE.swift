/// Mean absolute scaled error: mean of |y − f| over the in-sample mean of |y(t) − y(t−m)|. 1 is as good as the seasonal naive forecast
/// was in the history.
///
/// Not defined where the history is shorter than a season and one step, or repeats itself exactly.
/// Source: Hyndman and Koehler (2006).
package enum MASE: SeriesMetric {
    package static let name = "MASE"

    package static func value(of outcome: ForecastOutcome) -> Double? {
        guard let scale = SeasonalScale.differences(outcome.training, lag: outcome.season) else { return nil }
        return outcome.mean { abs($0 - $1) }.map { $0 / scale }
    }
}
