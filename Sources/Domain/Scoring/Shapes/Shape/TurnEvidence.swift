package import Catalog

/// The day on which a level became a slope, or a slope a level.
package struct TurnEvidence: Hashable, Sendable {
    package let day: CalendarDay
    /// Of the part that is not level.
    package let slopePerWeek: Double
    /// Whether the level came first.
    package let beginsFlat: Bool
}
