/// Terms with weights, scaled to length 1: a text as a direction (Salton, Wong and Yang 1975).
package struct TermVector: Hashable, Sendable {
    /// Ascending.
    package let terms: [UInt64]
    package let weights: [Double]

    /// - Parameters:
    ///   - terms: ascending and distinct.
    ///   - weights: one for each term.
    init(_ terms: [UInt64], _ weights: [Double]) {
        let length = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
        self.terms = terms
        self.weights = length > 0 ? weights.map { $0 / length } : weights
    }

    /// The words of a text by their weight.
    package init(words text: PreparedText, _ weights: TermWeights) {
        self.init(text.terms, text.tokens.map { weights.weight(of: $0.key) })
    }

    /// The q-grams of a text, each by its weight times how often it occurs.
    package init(_ grams: QGrams, _ weights: TermWeights) {
        self.init(grams.terms, zip(grams.terms, grams.counts).map { weights.weight(of: $0) * Double($1) })
    }

    /// The cosine of the angle between the two, 0–1; 0 if either has no term.
    package func cosine(with other: TermVector) -> Double {
        let sum = terms.withUnsafeBufferPointer { own in
            other.terms.withUnsafeBufferPointer { others in
                weights.withUnsafeBufferPointer { ownWeights in
                    other.weights.withUnsafeBufferPointer { otherWeights in
                        Self.product(own, ownWeights, others, otherWeights)
                    }
                }
            }
        }
        // Rounding may carry the product of equal vectors past 1.
        return min(1, sum)
    }

    private static func product(
        _ own: UnsafeBufferPointer<UInt64>, _ ownWeights: UnsafeBufferPointer<Double>,
        _ others: UnsafeBufferPointer<UInt64>, _ otherWeights: UnsafeBufferPointer<Double>
    ) -> Double {
        var (here, there, sum) = (0, 0, 0.0)
        while here < own.count, there < others.count {
            let (one, two) = (own[here], others[there])
            if one == two { sum += ownWeights[here] * otherWeights[there] }
            // Without branches: which list goes on cannot be foretold.
            here &+= one <= two ? 1 : 0
            there &+= two <= one ? 1 : 0
        }
        return sum
    }
}
