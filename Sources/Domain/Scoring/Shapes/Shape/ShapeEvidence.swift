package import Catalog

/// The numbers behind a shape. Values are in the units of the series.
package struct ShapeEvidence: Hashable, Sendable {
    package let from: CalendarDay
    package let until: CalendarDay
    /// Known values that were looked at; of days over twelve weeks or more, weeks.
    package let points: Int
    /// Days between two of them when none is missing.
    package let stepDays: Int
    /// Median of all of them.
    package let level: Double
    /// What one value strays from the best explanation, as a standard deviation.
    package let noise: Double
    /// Correlation of neighbouring residuals, 0–0.98.
    package let correlation: Double
    /// Median slope per week, of the values without their season where they have one.
    package let slopePerWeek: Double
    package let slopeError: Double
    /// The 95 % interval of the slope per week.
    package let slopeLow: Double
    package let slopeHigh: Double
    /// Mann and Kendall's test in standard deviations; beyond ±1.96 the trend is not chance.
    package let trendSignificance: Double
    /// Nil without two years of values.
    package let season: SeasonEvidence?
    package let peak: PeakEvidence
    /// Nil of a series that never changes.
    package let levelChange: LevelChange?
    /// Where a flat part and a line meet, when that is the best explanation.
    package let turn: TurnEvidence?
    /// By how much the shape explains the series better than the next other one, as a difference of
    /// Bayesian information criteria: 2–6 positive, 6–10 strong, above that very strong (Kass and Raftery, 1995).
    package let margin: Double

    /// Weeks from the first to the last value.
    package var weeks: Double { Double(until.days(since: from)) / 7 }
}
