/// What one component is worth to a score.
package struct FigureComponentScore: Hashable, Sendable {
    package let name: String
    package let outcome: FigureOutcome
    /// The share of the score by the profile, 0–1.
    package let weight: Double
    /// The share it has in this score, 0–1; 0 when it is missing or there is no score.
    package let appliedWeight: Double
    /// What it adds to the score, 0–100: the value times the applied weight.
    package let points: Double
}
