/// Mean absolute percentage error over the steps on which something was sold: mean of 100·|y − f| / |y| where y ≠ 0. Per cent.
///
/// Not defined where nothing was sold at all.
package enum MAPE: SeriesMetric {
    package static let name = "MAPE"

    package static func value(of outcome: ForecastOutcome) -> Double? {
        var sum = 0.0
        var count = 0.0
        for (actual, forecast) in outcome.steps where actual != 0 {
            sum += 100 * abs((actual - forecast) / actual)
            count += 1
        }
        return count > 0 ? sum / count : nil
    }
}
