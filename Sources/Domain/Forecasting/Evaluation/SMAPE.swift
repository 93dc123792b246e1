/// Symmetric mean absolute percentage error: mean of 200·|y − f| / (|y| + |f|), where 0/0 is 0. Per cent, 0...200.
///
/// Source: Makridakis (1993), as in the M4 competition (Makridakis, Spiliotis, Assimakopoulos, 2020).
package enum SMAPE: SeriesMetric {
    package static let name = "sMAPE"

    package static func value(of outcome: ForecastOutcome) -> Double? {
        outcome.mean { actual, forecast in
            let size = abs(actual) + abs(forecast)
            return size > 0 ? 200 * abs(actual - forecast) / size : 0
        }
    }
}
