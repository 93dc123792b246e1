/// A history without its season, and how well theta models explain it. At a given α the expected values are linear in the first level
/// and in 1 − 1/θ, so that both are solved for (variable projection: Golub and Pereyra, 1973) and only α is searched.
struct ThetaProblem {
    let kind: ThetaKind
    let values: ContiguousArray<Double>
    let season: ClassicalDecomposition?
    let lines: ThetaLines

    // A level that hardly moves takes its first value from the future.
    private static let smoothing = 0.02...0.99
    // θ from 1 without bound.
    private static let leans = 0.0...1.0

    /// The season is taken out as in M4: where the test finds one, and as factors unless a value is not above zero.
    init(_ series: ScaledSeries, kind: ThetaKind) {
        self.kind = kind
        let bridged = series.bridged
        var season: ClassicalDecomposition?
        if SeasonalityTest.isSeasonal(bridged, season: series.season) {
            if series.minimum > 0 {
                season = ClassicalDecomposition(bridged, season: series.season, pattern: .multiplicative)
            }
            season = season ?? ClassicalDecomposition(bridged, season: series.season, pattern: .additive)
        }
        self.season = season
        values = season?.adjusted(bridged) ?? bridged
        lines = ThetaLines(values, dynamic: kind.isDynamic)
    }

    func best() -> ThetaParameters {
        let fixed = kind == .standard ? 0.5 : nil
        let found = GoldenSection(grid: 10, sections: 9).minimum(in: Self.smoothing) {
            solution(smoothing: $0, lean: fixed).squares
        }
        let lean = solution(smoothing: found.point, lean: fixed).lean
        return ThetaParameters(kind: kind, smoothing: found.point, lean: lean)
    }

    /// - Parameter lean: 1 − 1/θ; nil to solve for it.
    /// - Returns: the first level and the lean that explain the values best, and the squares of what they leave.
    func solution(smoothing: Double, lean: Double?) -> (level: Double, lean: Double, squares: Double) {
        let sums = sums(smoothing)
        var lean = lean
        if lean == nil {
            let determinant = sums.decayDecay * sums.leanLean - sums.decayLean * sums.decayLean
            let above = sums.leanRest * sums.decayDecay - sums.decayRest * sums.decayLean
            let solved = determinant > 1e-12 * sums.decayDecay * sums.leanLean ? above / determinant : 0
            lean = min(max(solved, Self.leans.lowerBound), Self.leans.upperBound)
        }
        let chosen = lean ?? 0
        let level = (sums.decayRest - chosen * sums.decayLean) / sums.decayDecay
        let squares =
            sums.restRest - 2 * level * sums.decayRest - 2 * chosen * sums.leanRest
            + level * level * sums.decayDecay + 2 * level * chosen * sums.decayLean + chosen * chosen * sums.leanLean
        return (level, chosen, squares)
    }

    /// Inner products of what the first level is multiplied by, what the lean is, and what neither explains.
    private struct Sums {
        var decayDecay = 0.0
        var decayLean = 0.0
        var leanLean = 0.0
        var decayRest = 0.0
        var leanRest = 0.0
        var restRest = 0.0
    }

    private func sums(_ smoothing: Double) -> Sums {
        var sums = Sums()
        var (level, decay) = (0.0, 1.0)
        let kept = 1 - smoothing
        values.withUnsafeBufferPointer { values in
            lines.intercepts.withUnsafeBufferPointer { intercepts in
                lines.slopes.withUnsafeBufferPointer { slopes in
                    for step in 0..<values.count {
                        let lean = decay * intercepts[step] + (1 - decay * kept) / smoothing * slopes[step]
                        let rest = values[step] - level
                        sums.decayDecay += decay * decay
                        sums.decayLean += decay * lean
                        sums.leanLean += lean * lean
                        sums.decayRest += decay * rest
                        sums.leanRest += lean * rest
                        sums.restRest += rest * rest
                        level += smoothing * rest
                        decay *= kept
                    }
                }
            }
        }
        return sums
    }
}
