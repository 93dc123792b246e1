/// How many parameters of each sort a seasonal ARIMA model has (Box and Jenkins, 1976).
package struct ArimaOrder: Sendable, Hashable {
    /// Autoregressive and moving-average terms, and differences taken before.
    package var autoregressive = 0
    package var differences = 0
    package var movingAverage = 0
    /// The same at the lag of a season.
    package var seasonalAutoregressive = 0
    package var seasonalDifferences = 0
    package var seasonalMovingAverage = 0
    /// Whether the differenced series has a mean of its own: a level without differences, a drift with one.
    package var hasConstant = false

    package init() {}

    /// Terms of all sorts, without constant.
    var termCount: Int { autoregressive + movingAverage + seasonalAutoregressive + seasonalMovingAverage }

    /// The constant and the variance too, as AICc counts them.
    var parameterCount: Int { termCount + (hasConstant ? 1 : 0) + 1 }
}
