/// What one component did to a score between two days, in points of the score.
package struct ComponentChange: Hashable, Sendable {
    package enum Presence: String, Hashable, Sendable {
        case onBoth, appeared, vanished, missing
    }

    package let component: ScoreComponent
    package let presence: Presence
    /// Its values, 0–100; nil when missing.
    package let before: Double?
    package let after: Double?
    /// From its value having moved, at the mean of its weights.
    package let valuePoints: Double
    /// From its weight having moved, since a component appeared or vanished: the change of weight times the distance
    /// of its value from the score. A component that appears with the value of the score changes nothing.
    package let weightPoints: Double
    /// As shown, in tenths of a point; those of all components sum to the tenths of the change.
    package let valueTenths: Int
    package let weightTenths: Int

    package var points: Double { valuePoints + weightPoints }
    package var tenths: Int { valueTenths + weightTenths }
}
