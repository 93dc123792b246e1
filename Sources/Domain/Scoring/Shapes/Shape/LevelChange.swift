package import Catalog

/// The one jump that explains most of a series: medians before and from a day on.
package struct LevelChange: Hashable, Sendable {
    /// The first day at the new level.
    package let day: CalendarDay
    package let before: Double
    package let after: Double
}
