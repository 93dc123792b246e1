/// One component inside a trend score.
package struct ComponentScore: Hashable, Sendable {
    package let component: ScoreComponent
    package let result: ComponentResult
    /// The profile's weight, 0–1.
    package let weight: Double
    /// The weight after the weights of missing components were shared out, 0–1; zero when this one is missing.
    package let appliedWeight: Double

    /// How many of the score's points come from here, zero when missing.
    package var points: Double { appliedWeight * (result.value ?? 0) }
}
