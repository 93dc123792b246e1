/// What is expected of one series, how surely, by which model, and why that one.
package struct SeriesForecast: Sendable {
    /// The expected value of each next step; finite.
    package let path: [Double]
    /// Ascending by level, each inside the next.
    package let intervals: [PredictionInterval]
    /// The model's name, or names joined by `+` for the mean of several.
    package let model: String
    /// Why this model, in words with numbers.
    package let reason: String
    /// Mean absolute error of the rolling-origin backtest, in units of the series; nil where there was none.
    package let backtestError: Double?
    /// The same of the naive forecast there.
    package let naiveError: Double?
    /// Days in the past that the backtest forecast from.
    package let origins: Int

    package init(
        path: [Double], intervals: [PredictionInterval] = [], model: String, reason: String = "",
        backtestError: Double? = nil, naiveError: Double? = nil, origins: Int = 0
    ) {
        self.path = path
        self.intervals = intervals
        self.model = model
        self.reason = reason
        self.backtestError = backtestError
        self.naiveError = naiveError
        self.origins = origins
    }
}
