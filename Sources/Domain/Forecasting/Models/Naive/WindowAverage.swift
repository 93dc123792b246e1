/// Every step to come is the mean of what was observed in the last steps; where that is nothing, the last observation.
package struct WindowAverage: ParameterFreeModel {
    package let name = "window-average"
    /// Steps looked back, at least 1; without it one season, or 8 steps where there is none.
    package let window: Int?

    package init(window: Int? = nil) { self.window = window.map { max(1, $0) } }

    package func run(_ series: ScaledSeries, fitted: UnsafeMutableBufferPointer<Double>) -> Double? {
        let window = window ?? (series.season > 1 ? series.season : 8)
        var last = series.values[0]
        for step in 0...series.values.count {
            var sum = 0.0
            var count = 0.0
            for back in max(0, step - window)..<step where !series.values[back].isNaN {
                sum += series.values[back]
                count += 1
            }
            if count > 0 { last = sum / count }
            if step == series.values.count { break }
            if step > 0 { fitted[step] = last }
        }
        return last
    }

    package func extrapolate(_ state: Double, horizon: Int) -> ContiguousArray<Double> {
        ContiguousArray(repeating: state, count: horizon)
    }
}
