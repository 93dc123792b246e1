/// Smoothing of demand sizes and of how probable a demand is.
package struct TsbParameters: SettledParameters {
    package let sizeSmoothing: Double
    package let probabilitySmoothing: Double

    package func run(_ series: ScaledSeries, fitted: UnsafeMutableBufferPointer<Double>) -> Double? {
        guard let demand = Demand(series) else { return nil }
        guard let first = demand.sizes.first else {
            for step in fitted.indices.dropFirst() { fitted[step] = 0 }
            return 0
        }
        var size = first
        var probability = 1 / demand.meanInterval
        for step in series.values.indices {
            fitted[step] = probability * size
            let value = series.values[step]
            guard !value.isNaN else { continue }
            probability += probabilitySmoothing * ((value > 0 ? 1 : 0) - probability)
            if value > 0 { size += sizeSmoothing * (value - size) }
        }
        return probability * size
    }

    package func extrapolate(_ state: Double, horizon: Int) -> ContiguousArray<Double> {
        ContiguousArray(repeating: state, count: horizon)
    }
}
