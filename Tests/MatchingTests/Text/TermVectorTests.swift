import TestSupport
import Testing

@testable import Matching

@Suite struct TermVectorTests {
    @Test(arguments: [3, 41] as [UInt64])
    func the_cosine_is_that_of_dictionaries(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let texts = (0..<40).map { _ in PreparedText(RandomText.name(&random)) }
        var weights = TermWeights()
        for text in texts { weights.add(QGrams(text, sizes: 3...4).terms) }
        for one in texts {
            for other in texts {
                let (own, others) = (QGrams(one, sizes: 3...4), QGrams(other, sizes: 3...4))
                let (first, second) = (weighted(own, weights), weighted(others, weights))
                let product = first.reduce(0) { $0 + $1.value * (second[$1.key] ?? 0) }
                let lengths = [first, second].map { $0.values.reduce(0) { $0 + $1 * $1 }.squareRoot() }
                let expected = lengths.contains(0) ? 0 : product / (lengths[0] * lengths[1])
                let cosine = TermVector(own, weights).cosine(with: TermVector(others, weights))
                #expect(abs(cosine - expected) < 1e-12 && (0...1).contains(cosine), "seed \(seed)")
            }
        }
    }

    func weighted(_ grams: QGrams, _ weights: TermWeights) -> [UInt64: Double] {
        Dictionary(
            uniqueKeysWithValues: zip(grams.terms, grams.counts).map { ($0, weights.weight(of: $0) * Double($1)) })
    }

    @Test func equal_words_point_the_same_way_and_others_at_right_angles() {
        let weights = TermWeights()
        func vector(_ text: String) -> TermVector { TermVector(words: PreparedText(text), weights) }
        #expect(abs(vector("old vine").cosine(with: vector("vine  old")) - 1) < 1e-12)
        #expect(vector("old vine").cosine(with: vector("bin 7")) == 0)
        #expect(vector("").cosine(with: vector("")) == 0)
        #expect(abs(vector("old vine").cosine(with: vector("old bin")) - 0.5) < 1e-12)
    }
}
