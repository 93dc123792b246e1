/// The scores at which tiers begin, and how far the score must move to count as movement.
package struct FigureTiers: Hashable, Sendable {
    /// At least this score is viral.
    package let viral: Double
    /// At least this score is trending.
    package let trending: Double
    /// At least this score is emerging, if the score is rising.
    package let emerging: Double
    /// Below this score the subject is declining, if the score is falling.
    package let declining: Double
    /// A change of less than this many points is neither rising nor falling.
    package let steadyBand: Double

    package init(viral: Double, trending: Double, emerging: Double, declining: Double, steadyBand: Double) {
        self.viral = viral
        self.trending = trending
        self.emerging = emerging
        self.declining = declining
        self.steadyBand = steadyBand
    }

    /// The cut-offs as scores are made by.
    /// - Throws: what `problems` tells, too.
    package var cutOffs: TierCutOffs {
        get throws(ScoreProfileProblem) {
            try TierCutOffs(
                viral: viral, trending: trending, emerging: emerging, declining: declining, steadyBand: steadyBand)
        }
    }

    /// The tier of a score, 0–100; stable where the cut-offs are not sound.
    package func tier(score: Double, momentum: Double?) -> TrendTier {
        (try? cutOffs)?.tier(score: score, momentum: momentum) ?? .stable
    }
}

extension FigureTiers: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case viral, trending, emerging, declining
        case steadyBand = "steady_band"
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.fields(CodingKeys.self)
        viral = try fields.decode(Double.self, forKey: .viral)
        trending = try fields.decode(Double.self, forKey: .trending)
        emerging = try fields.decode(Double.self, forKey: .emerging)
        declining = try fields.decode(Double.self, forKey: .declining)
        steadyBand = try fields.decode(Double.self, forKey: .steadyBand)
    }
}
