/// The score of one subject.
package struct FigureScore: Hashable, Sendable {
    package let subject: String
    package let category: String?
    /// The day of the row that was used, the newest at or before the day asked about.
    package let rowDay: Int
    /// 0–100: `sum(weight × value) / sum(weight)` over the measured components. Nil when nothing with a weight could be
    /// measured, or not what is refused without.
    package let score: Double?
    /// Nil without a score.
    package let tier: TrendTier?
    /// The score less the score one period ago, in points; nil when either is missing.
    package let momentum: Double?
    /// Whether both scores measure the same components in the same way: ranked within the same kind of group, and the
    /// season known both times or neither time. Only then does the momentum count for the tier.
    package let momentumIsComparable: Bool
    /// The weights of the measured components, 0–1.
    package let completeness: Double
    /// Whether weight of missing components went to the others.
    package let sharesMissingWeight: Bool
    /// The components without which there is no score and that are missing, by name and in order.
    package let refusedFor: [String]
    /// How this time of year compares with the year's mean, above 0; nil when it is unknown or the profile has no season.
    package let seasonFactor: Double?
    /// Whether the profile has a season but the factor is unknown, so that it was taken as 1.
    package let seasonIsUnknown: Bool
    /// One entry per component of the profile, in its order.
    package let components: [FigureComponentScore]
}
