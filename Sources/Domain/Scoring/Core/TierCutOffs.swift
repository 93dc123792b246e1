/// The scores at which tiers begin, and how far the score must move to count as movement.
package struct TierCutOffs: Hashable, Sendable {
    /// At least this score is viral.
    package let viral: Double
    /// At least this score is trending.
    package let trending: Double
    /// At least this score is emerging, if the score is rising.
    package let emerging: Double
    /// Below this score the product is declining, if the score is falling.
    package let declining: Double
    /// A change of less than this many points is neither rising nor falling.
    package let steadyBand: Double

    /// Throws unless `100 >= viral > trending > emerging > declining >= 0` and `0 <= steadyBand <= 100`.
    package init(
        viral: Double, trending: Double, emerging: Double, declining: Double, steadyBand: Double
    ) throws(ScoreProfileProblem) {
        self.init(unchecked: (viral, trending, emerging, declining, steadyBand))
        if let problem = problems.first { throw problem }
    }

    /// All that is wrong with the values, whoever states them.
    static func problems(
        viral: Double, trending: Double, emerging: Double, declining: Double, steadyBand: Double
    ) -> [ScoreProfileProblem] {
        TierCutOffs(unchecked: (viral, trending, emerging, declining, steadyBand)).problems
    }

    private var problems: [ScoreProfileProblem] {
        let inOrder = 100 >= viral && viral > trending && trending > emerging && emerging > declining && declining >= 0
        return (inOrder ? [] : [.cutOffsOutOfOrder])
            + ((0...100).contains(steadyBand) ? [] : [.steadyBandOutOfRange(steadyBand)])
    }

    private init(unchecked values: (Double, Double, Double, Double, Double)) {
        (viral, trending, emerging, declining, steadyBand) = values
    }

    /// 90 / 75 / 55 / 35, and a change of at least one point to count as rising or falling.
    package static let abvV1 = TierCutOffs(unchecked: (90, 75, 55, 35, 1))

    /// The tier of a score. Without a comparable momentum the product is neither rising nor falling, so a score
    /// under `trending` is stable.
    ///
    /// - Parameters:
    ///   - score: 0–100.
    ///   - momentum: change against the previous period in points, nil when it is unknown or not comparable.
    package func tier(score: Double, momentum: Double?) -> TrendTier {
        let change = momentum ?? 0
        let moved = abs(change) >= max(steadyBand, .leastNonzeroMagnitude)
        if score >= viral { return .viral }
        if score >= trending { return .trending }
        if score >= emerging, moved, change > 0 { return .emerging }
        if score < declining, moved, change < 0 { return .declining }
        return .stable
    }
}
