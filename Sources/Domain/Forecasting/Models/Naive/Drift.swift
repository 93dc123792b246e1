/// The straight line from the first observation to the last, continued.
package struct Drift: ParameterFreeModel {
    package struct State: Sendable {
        /// On the line at the last step.
        var level: Double
        var slope: Double
    }

    package let name = "drift"

    package init() {}

    package func run(_ series: ScaledSeries, fitted: UnsafeMutableBufferPointer<Double>) -> State? {
        let first = series.values[0]
        var (last, at) = (first, 0)
        for step in series.values.indices.dropFirst() {
            let slope = at > 0 ? (last - first) / Double(at) : 0
            fitted[step] = last + slope * Double(step - at)
            if !series.values[step].isNaN { (last, at) = (series.values[step], step) }
        }
        let slope = at > 0 ? (last - first) / Double(at) : 0
        return State(level: last + slope * Double(series.values.count - 1 - at), slope: slope)
    }

    package func extrapolate(_ state: State, horizon: Int) -> ContiguousArray<Double> {
        ContiguousArray((0..<horizon).map { state.level + state.slope * Double($0 + 1) })
    }
}
