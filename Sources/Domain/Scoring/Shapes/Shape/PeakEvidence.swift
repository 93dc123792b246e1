package import Catalog

/// The highest point of a series against the rest of it.
package struct PeakEvidence: Hashable, Sendable {
    package let day: CalendarDay
    /// The value of that day.
    package let value: Double
    /// The value less the median of the series.
    package let height: Double
    /// Days in which the values stay above half of the height.
    package let widthDays: Int
}
