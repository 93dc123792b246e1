/// Smoothing and leaning of a theta model.
package struct ThetaParameters: SettledParameters {
    package let kind: ThetaKind
    /// α, above 0 and below 1.
    package let smoothing: Double
    /// 1 − 1/θ, from 0 (exponential smoothing) to 1.
    package let lean: Double

    package func run(_ series: ScaledSeries, fitted: UnsafeMutableBufferPointer<Double>) -> ThetaState? {
        let problem = ThetaProblem(series, kind: kind)
        let values = problem.values
        var level = problem.solution(smoothing: smoothing, lean: lean).level
        var decay = 1.0
        for step in values.indices {
            let lines = problem.lines
            let expected = expected(level, decay, lines.intercepts[step], lines.slopes[step])
            fitted[step] = problem.season?.seasoned(expected, step: step) ?? expected
            level += smoothing * (values[step] - level)
            decay *= 1 - smoothing
        }
        return ThetaState(
            level: level, decay: decay, line: problem.lines.last, season: problem.season, steps: values.count)
    }

    package func extrapolate(_ state: ThetaState, horizon: Int) -> ContiguousArray<Double> {
        var state = state
        var forecast = ContiguousArray<Double>()
        forecast.reserveCapacity(horizon)
        for ahead in 0..<horizon {
            let value = expected(state.level, state.decay, state.line.intercept, state.line.slope)
            forecast.append(state.season?.seasoned(value, step: state.steps + ahead) ?? value)
            state.level += smoothing * (value - state.level)
            state.decay *= 1 - smoothing
            if kind.isDynamic { state.line.add(value) }
        }
        return forecast
    }

    /// Equation 11 of Fiorucci et al. (2016).
    @inline(__always)
    private func expected(_ level: Double, _ decay: Double, _ intercept: Double, _ slope: Double) -> Double {
        level + lean * (decay * intercept + (1 - decay * (1 - smoothing)) / smoothing * slope)
    }
}
