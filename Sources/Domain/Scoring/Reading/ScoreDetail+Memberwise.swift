package import Catalog

extension ScoreDetail {
    /// A score from its parts, for what is not read from the database: samples and tests. Units and ranges as stated at
    /// the members.
    package init(
        score: Double?, tier: TrendTier?, momentum: Double?, completeness: Double, profile: String, asOf: CalendarDay,
        weeklyScores: [Double], components: [Component]
    ) {
        self.score = score
        self.tier = tier
        self.momentum = momentum
        self.completeness = completeness
        self.profile = profile
        self.asOf = asOf
        self.weeklyScores = weeklyScores
        self.components = components
    }
}

extension ScoreDetail.Component {
    /// One line of the receipt from its parts.
    package init(_ component: ScoreComponent, value: Double?, weight: Double, appliedWeight: Double, reason: String) {
        self.component = component
        self.value = value
        self.weight = weight
        self.appliedWeight = appliedWeight
        self.reason = reason
    }
}
