/// The distinct words of a text with their weights.
package struct WeightedTokens: Sendable {
    package let text: PreparedText
    /// One for each token of the text.
    let weights: [Double]
    /// Of all words.
    package let total: Double

    package init(_ text: PreparedText, _ weights: TermWeights) {
        self.text = text
        self.weights = text.tokens.map { weights.weight(of: $0.key) }
        total = self.weights.reduce(0, +)
    }

    /// Equal words agree. Both sides must have their weights from one table.
    package func agreement(with other: WeightedTokens) -> TokenAgreement {
        var shared = 0.0
        text.forEachSharedToken(with: other.text) { here, there in shared += min(weights[here], other.weights[there]) }
        return TokenAgreement(shared: shared, own: total, other: other.total)
    }

    /// Similar words agree too, each with one other word at most, as far as they are similar: the pair counts as the
    /// lighter word times the Jaro-Winkler similarity. Equal words are paired first and then the most similar ones
    /// (after the soft TF-IDF of Cohen, Ravikumar and Fienberg 2003, but symmetric). Takes time by the product of the
    /// numbers of words.
    /// - Parameter threshold: the least similarity that counts, 0–1.
    package func softAgreement(with other: WeightedTokens, threshold: Double = 0.9) -> TokenAgreement {
        var shared = 0.0
        var own = [Bool](repeating: true, count: weights.count)
        var others = [Bool](repeating: true, count: other.weights.count)
        text.forEachSharedToken(with: other.text) { here, there in
            shared += min(weights[here], other.weights[there])
            (own[here], others[there]) = (false, false)
        }
        for pair in similarPairs(own, other, others, threshold) where own[pair.here] && others[pair.there] {
            shared += pair.similarity * min(weights[pair.here], other.weights[pair.there])
            (own[pair.here], others[pair.there]) = (false, false)
        }
        return TokenAgreement(shared: shared, own: total, other: other.total)
    }

    /// Pairs of similar words among those that are free, the most similar first.
    private func similarPairs(
        _ own: [Bool], _ other: WeightedTokens, _ others: [Bool], _ threshold: Double
    ) -> [SimilarPair] {
        var pairs: [SimilarPair] = []
        for here in own.indices where own[here] {
            for there in others.indices where others[there] {
                let (one, two) = (text.tokens[here], other.text.tokens[there])
                let similarity = text.jaroWinkler(one, other.text, two)
                guard similarity >= threshold else { continue }
                pairs.append(
                    SimilarPair(here: here, there: there, similarity: similarity, keys: (one.key, two.key)))
            }
        }
        return pairs.sorted()
    }
}
