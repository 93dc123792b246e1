package import Catalog

/// The trend score of a product on one day, with everything it was made of.
package struct TrendScore: Hashable, Sendable {
    /// Name of the profile that made it.
    package let profile: String
    package let asOf: CalendarDay
    /// Days between this score and the one `momentum` compares it with.
    package let periodDays: Int
    /// 0–100; nil when every component is missing. Never zero for want of evidence.
    package let score: Double?
    /// Nil when there is no score.
    package let tier: TrendTier?
    /// Score less the score one period earlier, in points; nil when either is missing.
    package let momentum: Double?
    /// Whether both scores behind `momentum` come from the same components. If not, the change may only be news of a
    /// component, and the tier ignores it. False when `momentum` is nil.
    package let momentumIsComparable: Bool
    /// Sum of the profile's weights of the measured components, 0–1.
    package let completeness: Double
    /// Always all five, in the order of `ScoreComponent.allCases`.
    package let components: [ComponentScore]

    package subscript(component: ScoreComponent) -> ComponentScore? {
        components.first { $0.component == component }
    }
}
