import Catalog

/// What came of learning from what reviewers said.
package struct LearningReport: Sendable, Hashable, Codable {
    /// How right a matcher was on pairs that were held back.
    package struct Figures: Sendable, Hashable, Codable {
        /// 0...1.
        package let f1: Double
        /// 0...1.
        package let precision: Double?
        package let recall: Double?
        package let calibrationError: Double
        /// The mean of -log of what was said of what is true, in nats: less is better.
        package let logLoss: Double

        init(_ scored: [ScoredPair], threshold: Double) {
            let found = PairEvaluation(scored, threshold: threshold)
            f1 = found.f1.value
            precision = found.precision.value
            recall = found.recall.value
            calibrationError = found.calibrationError
            logLoss = PairEvaluation.logLoss(of: scored)
        }
    }

    /// Pairs that were learned from, and those of them that are the same.
    package let learned: Int
    package let learnedSame: Int
    /// Pairs that were held back, and those of them that are the same.
    package let held: Int
    package let heldSame: Int
    package let companies: Int
    /// Of the new one.
    package let figures: Figures
    /// The one that decided when it was learned.
    package let before: String
    package let beforeFigures: Figures
    /// Whether the new one decides from now on.
    package let isPromoted: Bool
    /// From which probability on nobody needs to look, by the error budget; nil where labels do not show it for any.
    package let automatic: Double?

    /// Better is: less wrong in what it says, and no worse in what it finds.
    static func isBetter(_ one: Figures, than other: Figures) -> Bool {
        one.logLoss < other.logLoss && one.f1 >= other.f1
    }
}
