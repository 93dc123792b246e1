/// Every step to come is like the last observed one.
package struct Naive: ParameterFreeModel {
    package let name = "naive"

    package init() {}

    package func run(_ series: ScaledSeries, fitted: UnsafeMutableBufferPointer<Double>) -> Double? {
        var last = series.values[0]
        for step in series.values.indices.dropFirst() {
            fitted[step] = last
            if !series.values[step].isNaN { last = series.values[step] }
        }
        return last
    }

    package func extrapolate(_ state: Double, horizon: Int) -> ContiguousArray<Double> {
        ContiguousArray(repeating: state, count: horizon)
    }
}
