/// One way to forecast all series of a set together.
package protocol SetForecaster: Sendable {
    var name: String { get }

    /// - Parameters:
    ///   - horizon: steps to forecast, 1 or more.
    ///   - levels: probabilities of the intervals wanted, each between 0 and 1.
    ///   - threads: at most so many; the result does not depend on them.
    ///   - progress: told how many series of how many are done, from any thread.
    /// - Returns: a forecast for each series, in their order.
    func forecast(
        _ set: SeriesSet, horizon: Int, levels: [Double], threads: Int,
        progress: @Sendable (_ done: Int, _ of: Int) -> Void
    ) -> [SeriesForecast]
}
