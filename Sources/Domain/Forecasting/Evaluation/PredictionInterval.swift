/// Between which values each next step lies with a stated probability.
package struct PredictionInterval: Sendable, Hashable {
    /// Probability that a value lies inside, bounds included: 0...1.
    package let level: Double
    package let lower: [Double]
    package let upper: [Double]

    package init(level: Double, lower: [Double], upper: [Double]) {
        self.level = level
        self.lower = lower
        self.upper = upper
    }
}
