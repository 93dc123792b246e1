/// Finds the parameters of one exponential smoothing form by maximum likelihood, together with the state before the first step. With
/// errors weighted as `EtsErrors.weight` says, the likelihood of either kind of error is a sum of squares.
struct EtsEstimation {
    private let series: ScaledSeries
    private let form: EtsForm
    private let guess: EtsState

    init(_ series: ScaledSeries, _ form: EtsForm, guess: EtsState) {
        self.series = series
        self.form = form
        self.guess = guess
    }

    /// - Parameter level: α to begin with.
    /// - Returns: the likeliest parameters and their AICc; infinite where the form does not suit the series.
    func best(level: Double) -> (parameters: EtsParameters, criterion: Double) {
        var space = SearchSpace()
        // α, β/α, γ/(1 − α) and φ each have their own interval, whatever the others are.
        space.add(level, unit: 0.1, within: EtsParameters.smoothing)
        if form.trend != .none { space.add(0.05, unit: 0.1, within: EtsParameters.smoothing) }
        if form.season != .none { space.add(0.05, unit: 0.1, within: EtsParameters.smoothing) }
        if form.trend == .damped { space.add(0.95, unit: 0.02, within: EtsParameters.dampings) }
        addState(to: &space)
        let found = LevenbergMarquardt().minimum(in: space, count: count) { point, errors in
            residuals(EtsParameters(form, point), state(point, after: form.smoothingCount), into: errors)
        }
        let parameters = EtsParameters(form, found.point)
        var first = firstState(parameters)
        let deviance = parameters.sweep(series, &first, fitted: nil).deviance(series.observed)
        let criterion = InformationCriterion.corrected(
            deviance, parameters: form.parameterCount(season: series.season), observations: series.observed)
        return (parameters, criterion)
    }

    /// The state before the first step that explains the history best at given parameters.
    func firstState(_ parameters: EtsParameters) -> EtsState {
        var space = SearchSpace()
        addState(to: &space)
        let found = LevenbergMarquardt().minimum(in: space, count: count) { point, errors in
            residuals(parameters, state(point, after: 0), into: errors)
        }
        return state(found.point, after: 0)
    }

    /// Errors, and behind them how far the state is from the guess.
    private var count: Int { series.values.count + 2 + guess.season.count }

    private func addState(to space: inout SearchSpace) {
        let size = max(abs(guess.level), 0.01)
        space.add(guess.level, unit: size)
        if form.trend != .none { space.add(guess.trend, unit: size / 10) }
        for index in guess.season { space.add(index, unit: form.season == .multiplicative ? 1 : size) }
    }

    private func state(_ point: ContiguousArray<Double>, after smoothing: Int) -> EtsState {
        var state = guess
        state.level = point[smoothing]
        let trended = form.trend == .none ? 0 : 1
        if trended == 1 { state.trend = point[smoothing + 1] }
        let first = smoothing + 1 + trended
        for phase in state.season.indices { state.season[phase] = point[first + phase] }
        return state
    }

    private func residuals(
        _ parameters: EtsParameters, _ first: EtsState, into errors: UnsafeMutableBufferPointer<Double>
    ) {
        var state = first
        let sums = parameters.sweep(series, &state, fitted: errors.baseAddress)
        let relative = form.error == .multiplicative
        let weight = relative ? sums.squares < .infinity ? sums.weight(series.observed) : .infinity : 1
        series.values.withUnsafeBufferPointer { values in
            for step in 0..<values.count {
                let error = values[step] - errors[step]
                errors[step] = values[step].isNaN ? 0 : relative ? weight * error / errors[step] : error
            }
        }
        addDoubt(first, into: UnsafeMutableBufferPointer(rebasing: errors[series.values.count...]))
    }

    /// The guess counts as much as an observation would whose error is `doubt` times as large: without that, the first season would be
    /// fitted to the letter, and level and season could run off against each other.
    private func addDoubt(_ first: EtsState, into errors: UnsafeMutableBufferPointer<Double>) {
        let trust = 1 / Self.doubt
        errors[0] = (first.level - guess.level) * trust
        // A line through ten values is known about three times as well as a value.
        errors[1] = (first.trend - guess.trend) * trust * 3
        let size = form.season == .multiplicative ? abs(guess.level) : 1
        for phase in first.season.indices {
            errors[2 + phase] = (first.season[phase] - guess.season[phase]) * size * trust
        }
    }

    private static let doubt = 1.0
}
