/// Settled parameters over one history: forecasts are finite, and none is negative where the history had nothing negative.
package struct SettledFit<Parameters: SettledParameters>: FittedModel {
    package let parameters: Parameters
    private let state: Parameters.State
    private let scale: Double
    private let floor: Double
    package let fitted: [Double]

    /// - Returns: nil where the parameters have nothing to say of such a history.
    package init?(_ parameters: Parameters, over series: ScaledSeries) {
        let length = series.values.count
        var fitted = [Double](repeating: .nan, count: series.lead + length)
        let state = fitted.withUnsafeMutableBufferPointer { whole in
            parameters.run(series, fitted: UnsafeMutableBufferPointer(rebasing: whole[series.lead...]))
        }
        guard let state else { return nil }
        let floor = series.minimum >= 0 ? 0 : -Double.greatestFiniteMagnitude
        for index in fitted.indices where !fitted[index].isNaN {
            fitted[index] = Self.bounded(fitted[index] * series.scale, from: floor)
        }
        self.parameters = parameters
        self.state = state
        scale = series.scale
        self.floor = floor
        self.fitted = fitted
    }

    package func forecast(horizon: Int) -> [Double] {
        parameters.extrapolate(state, horizon: max(0, horizon)).map { Self.bounded($0 * scale, from: floor) }
    }

    package func over(_ history: History) -> (any FittedModel)? {
        ScaledSeries(history).flatMap { SettledFit(parameters, over: $0) }
    }

    private static func bounded(_ value: Double, from floor: Double) -> Double {
        value.isNaN ? 0 : min(max(value, floor), .greatestFiniteMagnitude)
    }
}
