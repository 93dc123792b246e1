/// Finds the coefficients of one ARIMA order by conditional least squares (Box and Jenkins, 1976, section 7.1.2), searching partial
/// autocorrelations so that every model tried is stationary and invertible.
struct ArimaEstimation {
    private let differenced: ContiguousArray<Double>
    private let scale: Double
    private let season: Int
    private let deviation: Double
    private let middle: Double
    private static let partials = -0.985...0.985

    /// - Parameter differenced: as the orders to be tried ask for, in units of `scale`.
    init(_ differenced: ContiguousArray<Double>, scale: Double, season: Int) {
        self.differenced = differenced
        self.scale = scale
        self.season = season
        let count = Double(max(1, differenced.count))
        let mean = differenced.reduce(0, +) / count
        middle = mean
        deviation = (differenced.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    }

    /// Values to be explained.
    var count: Int { differenced.count }

    /// - Parameter start: of a similar order.
    /// - Returns: the coefficients, where the search ended, and the AICc.
    func best(_ order: ArimaOrder, from start: ArimaStart) -> ArimaCandidate {
        var space = SearchSpace()
        for (count, known) in start.partials(order) {
            for term in 0..<count {
                space.add(term < known.count ? known[term] : 0.05, unit: 0.1, within: Self.partials)
            }
        }
        if order.hasConstant {
            space.add(start.mean ?? middle, unit: max(deviation, 1e-6))
        }
        let skipped = min(
            order.autoregressive + season * order.seasonalAutoregressive, differenced.count / 4)
        let found = LevenbergMarquardt(steps: 12, tolerance: 1e-4).minimum(in: space, count: differenced.count) {
            point, errors in
            ArimaParameters(order, season: season, scale: 1, point).residuals(differenced, scale: 1, into: errors)
            for step in 0..<skipped { errors[step] = 0 }
        }
        let count = Double(differenced.count)
        // What was skipped is taken to be like the rest, so that orders compare.
        let squares = found.squares * count / (count - Double(skipped))
        let deviance = InformationCriterion.deviance(squares: squares, observations: differenced.count)
        return ArimaCandidate(
            parameters: ArimaParameters(order, season: season, scale: scale, found.point),
            start: ArimaStart(order, found.point),
            criterion: InformationCriterion.corrected(
                deviance, parameters: order.parameterCount, observations: differenced.count))
    }
}
