/// A pair with what a matcher said of it and what is true.
package struct ScoredPair: Sendable, Hashable {
    /// The record of the left side, by its place.
    package let left: Int
    /// 0...1: how probable it is that both are the same.
    package let probability: Double
    package let isSame: Bool
    /// Whether it may count as the same at all, however probable it is: where only the best pair of a record does.
    package let isBest: Bool

    package init(left: Int, probability: Double, isSame: Bool, isBest: Bool = true) {
        self.left = left
        self.probability = probability
        self.isSame = isSame
        self.isBest = isBest
    }
}
