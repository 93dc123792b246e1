package import Catalog

/// How much was searched for over a stretch of days, by its series' own scale.
package struct SearchPoint: Hashable, Sendable {
    /// The first and the last day it was counted over.
    package let first: CalendarDay
    package let last: CalendarDay
    /// Less than zero, and what is no number, is read as zero.
    package let value: Double
    /// The stretch was not over when it was counted. Left out.
    package let isPartial: Bool

    package init(first: CalendarDay, last: CalendarDay, value: Double, isPartial: Bool = false) {
        self.first = first
        self.last = last
        self.value = value.isFinite ? max(0, value) : 0
        self.isPartial = isPartial
    }
}
