package import Catalog

/// Values of one product or topic at equal distances in time: scores, mentions, search interest, sales.
///
/// A value that is not known is NaN and never zero. Values that are not finite or beyond `largest` are not known
/// either, so that no sum or square of known ones overflows.
package struct TrendSeries: Sendable {
    /// The day of the first value.
    package let start: CalendarDay
    /// Days from one value to the next, 1–366: 1 for days, 7 for weeks.
    package let stepDays: Int
    /// Oldest first; finite or NaN.
    package let values: [Double]

    /// Where values stop being believed, the same as for forecasts.
    package static let largest = 1e15

    /// A step outside 1–366 days is taken as the nearest that is inside.
    package init(start: CalendarDay, stepDays: Int, values: [Double]) {
        self.start = start
        self.stepDays = min(366, max(1, stepDays))
        self.values = values.map { abs($0) <= Self.largest ? $0 : .nan }
    }

    /// The day of the value at `index`.
    package func day(at index: Int) -> CalendarDay {
        let (days, overflow) = index.multipliedReportingOverflow(by: stepDays)
        return start.adding(days: overflow ? Int.max : days)
    }
}
