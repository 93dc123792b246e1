/// Level, trend and season after a step.
package struct EtsState: Sendable {
    var level: Double
    var trend: Double
    /// One for each phase, counted from the first step of the history; empty without season.
    var season: ContiguousArray<Double>
    /// Of the next step.
    var phase: Int
}
