/// All metrics of one forecaster on one set; nil where a metric is not defined for any series.
package struct EvaluationReport: Sendable {
    package let forecaster: String
    package let series: Int
    package let smape: Double?
    package let mase: Double?
    package let rmsse: Double?
    package let owa: Double?
    package let mape: Double?
    package let wape: Double?
    package let bias: Double?
    /// Ascending by level.
    package let coverage: [IntervalCoverage]
    package let msis: Double?
    package let direction: DirectionalAccuracy?
    /// Series whose history is so flat that MASE is not defined.
    package let undefinedMASE: Int
    /// Wall clock of forecasting, with all threads.
    package let secondsPerThousand: Double
    /// How many series each model was chosen for.
    package let models: [String: Int]
}
