/// The mean demand of a step as its smoothed size times how probable it is, which falls at each step without one, so that what nobody
/// asks for any more dies out (Teunter, Syntetos and Babai, 2011). Of a history with values below zero it has nothing to say.
package struct Tsb: ForecastModel {
    package let name = "tsb"
    private static let sizes = [0.02, 0.05, 0.1, 0.2]
    private static let probabilities = [0.01, 0.02, 0.05, 0.1, 0.2]

    package init() {}

    package func fit(_ history: History) -> (any FittedModel)? {
        guard let series = ScaledSeries(history) else { return nil }
        var best = TsbParameters(sizeSmoothing: 0.1, probabilitySmoothing: 0.05)
        var lowest = Double.infinity
        var fitted = ContiguousArray(repeating: Double.nan, count: series.values.count)
        for size in Self.sizes {
            for probability in Self.probabilities {
                let candidate = TsbParameters(sizeSmoothing: size, probabilitySmoothing: probability)
                let rate = fitted.withUnsafeMutableBufferPointer { candidate.run(series, fitted: $0) }
                guard rate != nil else { return nil }
                var squares = 0.0
                for (value, expected) in zip(series.values, fitted) where !value.isNaN && !expected.isNaN {
                    squares += (value - expected) * (value - expected)
                }
                if squares < lowest { (best, lowest) = (candidate, squares) }
            }
        }
        return SettledFit(best, over: series)
    }
}
