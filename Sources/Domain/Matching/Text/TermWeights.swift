/// How much each word or q-gram tells, by how many texts have it: the smoothed inverse document frequency
/// `ln((1 + n) / (1 + df)) + 1` of a term in `df` of `n` texts (Spärck Jones 1972; smoothed as if one more text had
/// every term). Always 1 or more; a term never seen weighs most.
package struct TermWeights: Hashable, Sendable {
    /// Texts counted.
    package private(set) var textCount = 0
    private var frequencies: [UInt64: Int] = [:]

    package init() {}

    /// Counts the distinct terms of one text: `PreparedText.terms` or `QGrams.terms`.
    package mutating func add(_ terms: [UInt64]) {
        textCount += 1
        for term in terms { frequencies[term, default: 0] += 1 }
    }

    /// Takes back a text that was added.
    package mutating func remove(_ terms: [UInt64]) {
        textCount = max(0, textCount - 1)
        for term in terms {
            guard let frequency = frequencies[term] else { continue }
            frequencies[term] = frequency > 1 ? frequency - 1 : nil
        }
    }

    package func weight(of term: UInt64) -> Double {
        NaturalLogarithm.of(Double(1 + textCount) / Double(1 + (frequencies[term] ?? 0))) + 1
    }
}
