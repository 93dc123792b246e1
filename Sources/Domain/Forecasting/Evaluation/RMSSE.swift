/// Root mean squared scaled error: √(mean of (y − f)² / in-sample mean of (y(t) − y(t−1))²).
///
/// Not defined where the history has fewer than two neighbouring values or never changes.
/// Source: the M5 competition (Makridakis, Spiliotis, Assimakopoulos, 2022).
package enum RMSSE: SeriesMetric {
    package static let name = "RMSSE"

    package static func value(of outcome: ForecastOutcome) -> Double? {
        guard let scale = SeasonalScale.differences(outcome.training, lag: 1, squared: true) else { return nil }
        return outcome.mean { ($0 - $1) * ($0 - $1) }.map { ($0 / scale).squareRoot() }
    }
}
