/// How much is grown of what there is to learn from.
package struct LearningPlan: Sendable, Hashable {
    /// Parts in which what is learned from is left out in turn, so that each is judged by trees that never saw it.
    let folds: Int
    /// How often that is done anew.
    let repeats: Int
    /// Forests that judge a pair among its rivals.
    let seconds: Int
    /// Trees of a forest.
    let rounds: Int
    /// How much a tree changes.
    let rate: Double
    /// Questions of a tree.
    let depth: Int

    /// For one set and its own use.
    package static let standard = LearningPlan(folds: 5, repeats: 2, seconds: 4, rounds: 300, rate: 0.05, depth: 7)
    /// For a matcher that is kept: a tenth of the size.
    package static let compact = LearningPlan(folds: 5, repeats: 1, seconds: 2, rounds: 160, rate: 0.08, depth: 5)
}
