/// How series are watched for the beginning of a rise.
package struct BreakoutSettings: Hashable, Sendable {
    /// Days between two values, 1–366.
    package let stepDays: Int
    package let kind: SeriesKind
    /// Alarms that may come from a hundred years of one quiet product. Outside of what is calibrated, the nearest that
    /// is.
    package let falseAlarmsPerHundredYears: Double
    package let season: BreakoutSeason

    package init(
        stepDays: Int, kind: SeriesKind, falseAlarmsPerHundredYears: Double = 1, season: BreakoutSeason = .none
    ) {
        self.stepDays = min(366, max(1, stepDays))
        self.kind = kind
        self.falseAlarmsPerHundredYears = falseAlarmsPerHundredYears > 0 ? falseAlarmsPerHundredYears : 1
        self.season = season
    }

    var stepsPerYear: Double { 365.25 / Double(stepDays) }

    /// The height of the statistic at which to call.
    var height: Double {
        BreakoutThreshold.height(
            stepsBetweenFalseAlarms: 100 * stepsPerYear / falseAlarmsPerHundredYears, kind: kind)
    }
}
