/// How much of a series repeats every year.
package struct SeasonEvidence: Hashable, Sendable {
    /// How many years the series has, at least 2.
    package let cycles: Double
    /// 0–1: 1 less the variance of the remainder over that of season and remainder, without the trend (Wang, Smith
    /// and Hyndman, 2006).
    package let strength: Double
    /// How much of the last year's variance the season of the years before it explains, at most 1; negative when it is
    /// worse than the mean.
    package let heldOut: Double
    /// From the lowest to the highest point of the season.
    package let range: Double
}
