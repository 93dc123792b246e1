/// One forecast beside what really came, with the history it was made from.
package struct ForecastOutcome: Sendable {
    /// Oldest first; NaN where nothing was observed.
    package let training: [Double]
    /// NaN where nothing was observed: such steps count in no metric.
    package let actual: [Double]
    package let forecast: [Double]
    package let season: Int
    package let intervals: [PredictionInterval]

    package init(
        training: [Double], actual: [Double], forecast: [Double], season: Int, intervals: [PredictionInterval] = []
    ) {
        self.training = training
        self.actual = actual
        self.forecast = forecast
        self.season = max(1, season)
        self.intervals = intervals
    }

    /// The steps of which both are known.
    var steps: some Sequence<(actual: Double, forecast: Double)> {
        zip(actual, forecast).lazy.filter { $0.0.isFinite && $0.1.isFinite }.map { (actual: $0.0, forecast: $0.1) }
    }

    /// Mean of a measure over the steps of which both are known; nil where there are none.
    func mean(_ measure: (_ actual: Double, _ forecast: Double) -> Double) -> Double? {
        var sum = 0.0
        var count = 0.0
        for (actual, forecast) in steps {
            sum += measure(actual, forecast)
            count += 1
        }
        return count > 0 ? sum / count : nil
    }
}
