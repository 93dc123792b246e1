/// A measure of one forecast; a set's is the mean over the series for which it is defined.
package protocol SeriesMetric: Sendable {
    static var name: String { get }

    /// - Returns: nil where the metric is not defined.
    static func value(of outcome: ForecastOutcome) -> Double?
}
