/// Finds the parameters of one kind of complex exponential smoothing by least squares, which is maximum likelihood under normal errors.
struct CesEstimation {
    private let series: ScaledSeries
    private let season: CesSeason
    private let guess: CesState

    /// - Parameter bridged: the values of `series` without gaps.
    init(_ series: ScaledSeries, _ season: CesSeason, bridged: ContiguousArray<Double>) {
        self.series = series
        self.season = season
        guess = CesState(bridged, season: series.season, season)
    }

    /// - Returns: the parameters and their AICc, in which the states that backcasting yields do not count.
    func best() -> (parameters: CesParameters, criterion: Double) {
        var best = (point: Self.starts[0], squares: Double.infinity)
        for start in Self.starts {
            let found = LevenbergMarquardt().minimum(in: space(start), count: series.values.count) { point, errors in
                residuals(CesParameters(season, point), into: errors)
            }
            if found.squares < best.squares { best = found }
        }
        let deviance = InformationCriterion.deviance(squares: best.squares, observations: series.observed)
        let criterion = InformationCriterion.corrected(
            deviance, parameters: season.parameterCount + 1, observations: series.observed)
        return (CesParameters(season, best.point), criterion)
    }

    // α0, α1, β0 of a partial season, β0 and β1 of a full one: one as good as plain smoothing by 0.3, and one with a potential that
    // matters. The squares often have a hollow near each.
    private static let starts: [ContiguousArray<Double>] = [[1.3, 1, 0.1, 1.1, 1], [1.2, 0.85, 0.03, 1.02, 1.001]]

    private func space(_ start: ContiguousArray<Double>) -> SearchSpace {
        var space = SearchSpace()
        space.add(start[0], unit: 0.1, within: 0.01...1.8)
        space.add(start[1], unit: 0.1, within: 0.01...1.9)
        if season == .partial { space.add(start[2], unit: 0.1, within: 0.001...1.5) }
        if season == .full {
            space.add(start[3], unit: 0.1, within: 0.01...1.5)
            space.add(start[4], unit: 0.1, within: 0.01...1.5)
        }
        return space
    }

    private func residuals(_ parameters: CesParameters, into errors: UnsafeMutableBufferPointer<Double>) {
        var state = parameters.firstState(series, from: guess)
        series.values.withUnsafeBufferPointer { values in
            CesRecursion(parameters, values).run(&state, backward: false, into: errors)
            for step in 0..<values.count {
                errors[step] = values[step].isNaN ? 0 : values[step] - errors[step]
            }
        }
    }
}
