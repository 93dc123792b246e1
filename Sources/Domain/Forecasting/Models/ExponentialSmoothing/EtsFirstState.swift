/// A first guess of level, trend and season before the first step, from the first values alone (Hyndman, Koehler, Snyder and Grose,
/// 2002, section 3.1): the season by classical decomposition, level and trend by a line through the first ten adjusted values.
struct EtsFirstState {
    private static let lineLength = 10

    /// - Parameter values: without gaps.
    static func state(_ values: ContiguousArray<Double>, season: Int, _ form: EtsForm) -> EtsState {
        let kind = form.season
        var indices = ContiguousArray<Double>()
        var head = ContiguousArray(values.prefix(max(lineLength, 6 * season)))
        if kind != .none {
            let pattern: SeasonalPattern = kind == .additive ? .additive : .multiplicative
            indices = ContiguousArray(repeating: kind == .additive ? 0 : 1, count: season)
            if let found = ClassicalDecomposition(head, season: season, pattern: pattern) {
                indices = found.indices
                head = found.adjusted(head)
            }
        }
        let line = LeastSquaresLine(head.prefix(lineLength))
        guard form.trend != .none else {
            let mean = head.prefix(lineLength).reduce(0, +) / Double(min(lineLength, head.count))
            return EtsState(level: mean, trend: 0, season: indices, phase: 0)
        }
        return EtsState(level: line.intercept, trend: line.slope, season: indices, phase: 0)
    }
}
