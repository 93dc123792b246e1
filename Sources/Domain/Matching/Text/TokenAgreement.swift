/// How much of two texts' words agree, by weight.
package struct TokenAgreement: Hashable, Sendable {
    /// The weight of the words that agree, at most that of either text.
    package let shared: Double
    /// The weight of all words of each.
    package let own: Double
    package let other: Double

    /// Shared weight in that of all words of both, 0–1 (Jaccard 1912, weighted). 0 if neither has a word.
    package var jaccard: Double { share(of: own + other - shared) }

    /// Shared weight in that of the lighter text, 0–1 (Szymkiewicz and Simpson). 0 if either has no word.
    package var overlap: Double { share(of: min(own, other)) }

    /// The share of this text's weight that the other has, 0–1. 0 if it has no word.
    package var containment: Double { share(of: own) }

    /// The share of the other text's weight that this one has, 0–1.
    package var otherContainment: Double { share(of: other) }

    private func share(of whole: Double) -> Double { whole > 0 ? min(1, shared / whole) : 0 }
}
