/// One known value as the detector keeps it.
struct BreakoutReading: Sendable {
    let step: Int
    let value: Double
    /// What the season makes of the level on this step.
    let factor: Double
    let offset: Double

    /// The level this value speaks of, without its season.
    var level: Double { (value - offset) / factor }
}
