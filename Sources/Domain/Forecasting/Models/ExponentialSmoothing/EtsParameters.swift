/// Smoothing parameters of an exponential smoothing form.
package struct EtsParameters: SettledParameters {
    package let form: EtsForm
    /// How far the level follows an error, above 0 and below 1.
    package var level: Double
    /// How far the trend does, from 0 to `level`.
    package var trend: Double
    /// How far the season does, from 0 to 1 − `level`.
    package var season: Double
    /// What is left of the trend after each step, 1 without damping.
    package var damping: Double

    static let smoothing = 1e-4...0.9999
    static let dampings = 0.8...0.98

    package init(form: EtsForm, level: Double, trend: Double = 0, season: Double = 0, damping: Double = 1) {
        self.form = form
        self.level = level
        self.trend = trend
        self.season = season
        self.damping = damping
    }

    /// - Parameter point: α, β/α, γ/(1 − α) and φ, of those the form has; what follows is not looked at.
    init(_ form: EtsForm, _ point: ContiguousArray<Double>) {
        var next = 0
        func take() -> Double {
            next += 1
            return point[next - 1]
        }
        self.form = form
        level = take()
        trend = form.trend == .none ? 0 : take() * level
        season = form.season == .none ? 0 : take() * (1 - level)
        damping = form.trend == .damped ? take() : 1
    }

    package func run(_ series: ScaledSeries, fitted: UnsafeMutableBufferPointer<Double>) -> EtsState? {
        let guess = EtsFirstState.state(series.bridged, season: series.season, form)
        var state = EtsEstimation(series, form, guess: guess).firstState(self)
        _ = sweep(series, &state, fitted: fitted.baseAddress)
        state.phase = series.values.count % max(1, state.season.count)
        return state
    }

    package func extrapolate(_ state: EtsState, horizon: Int) -> ContiguousArray<Double> {
        var forecast = ContiguousArray<Double>()
        forecast.reserveCapacity(horizon)
        var level = state.level
        var trend = state.trend
        for ahead in 0..<horizon {
            trend *= damping
            level += trend
            guard form.season != .none else {
                forecast.append(level)
                continue
            }
            let index = state.season[(state.phase + ahead) % state.season.count]
            forecast.append(form.season == .additive ? level + index : level * index)
        }
        return forecast
    }

    /// Runs the recursion over all steps.
    /// - Parameter fitted: receives what was expected of each step, gaps too.
    /// - Returns: how unlikely the errors are.
    func sweep(_ series: ScaledSeries, _ state: inout EtsState, fitted: UnsafeMutablePointer<Double>?) -> EtsErrors {
        series.values.withUnsafeBufferPointer { values in
            EtsRecursion(self, values: values, fitted: fitted).run(&state)
        }
    }
}
