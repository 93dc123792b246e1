/// Smoothing of demand sizes and of the intervals between them.
package struct CrostonParameters: SettledParameters {
    package let sizeSmoothing: Double
    package let intervalSmoothing: Double
    /// What the ratio of size and interval is multiplied by, 1 or a little less.
    package let correction: Double

    package func run(_ series: ScaledSeries, fitted: UnsafeMutableBufferPointer<Double>) -> Double? {
        guard series.minimum >= 0 else { return nil }
        var (size, interval, waited) = (0.0, 0.0, 0.0)
        var rate = 0.0
        for step in series.values.indices {
            fitted[step] = interval > 0 ? rate : .nan
            let value = series.values[step]
            guard !value.isNaN else { continue }
            waited += 1
            guard value > 0 else { continue }
            if interval > 0 {
                size += sizeSmoothing * (value - size)
                interval += intervalSmoothing * (waited - interval)
            } else {
                (size, interval) = (value, waited)
            }
            rate = correction * size / interval
            waited = 0
        }
        return rate
    }

    package func extrapolate(_ state: Double, horizon: Int) -> ContiguousArray<Double> {
        ContiguousArray(repeating: state, count: horizon)
    }
}
