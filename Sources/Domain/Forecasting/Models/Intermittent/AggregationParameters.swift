/// Smoothing of a series added up over several spans of steps at once.
package struct AggregationParameters: SettledParameters {
    /// For each span in steps, how fast its sums are smoothed. The forecasts of all are averaged.
    package let smoothing: [(span: Int, rate: Double)]

    package func run(_ series: ScaledSeries, fitted: UnsafeMutableBufferPointer<Double>) -> Double? {
        let values = ContiguousArray(series.values.lazy.filter { !$0.isNaN })
        let means = running(values)
        var place = 0
        for step in series.values.indices {
            if place > 0 { fitted[step] = means[place - 1] }
            if !series.values[step].isNaN { place += 1 }
        }
        return means.last
    }

    package func extrapolate(_ state: Double, horizon: Int) -> ContiguousArray<Double> {
        ContiguousArray(repeating: state, count: horizon)
    }

    /// What is expected after each value: sums are taken backward from it, so that none is cut short at the end.
    private func running(_ values: ContiguousArray<Double>) -> ContiguousArray<Double> {
        var means = ContiguousArray(repeating: 0.0, count: values.count)
        var counts = means
        for (span, rate) in smoothing where span <= values.count {
            // Sums that end a whole number of spans apart follow one another; there are as many such chains as the span has steps.
            var chains = ContiguousArray(repeating: Double.nan, count: span)
            var sum = 0.0
            for step in values.indices {
                sum += values[step]
                if step >= span { sum -= values[step - span] }
                guard step >= span - 1 else { continue }
                let old = chains[step % span]
                let level = old.isNaN ? sum : old + rate * (sum - old)
                chains[step % span] = level
                means[step] += level / Double(span)
                counts[step] += 1
            }
        }
        var last = values.first ?? 0
        for step in means.indices {
            if counts[step] > 0 { last = means[step] / counts[step] }
            means[step] = last
        }
        return means
    }
}
