import Foundation
import Testing

@testable import Matching

@Suite struct TermWeightsTests {
    let texts = ["larkhill ale", "larkhill amber ale", "thornbury shiraz", "thornbury merlot", "rosé"].map(
        PreparedText.init)

    func counted() -> TermWeights {
        var weights = TermWeights()
        for text in texts { weights.add(text.terms) }
        return weights
    }

    @Test func a_weight_is_the_smoothed_inverse_document_frequency() {
        let weights = counted()
        for (word, frequency) in [("larkhill", 2.0), ("amber", 1), ("porter", 0)] {
            let weight = weights.weight(of: PreparedText(word).terms[0])
            #expect(abs(weight - (log(6 / (1 + frequency)) + 1)) < 1e-14)
        }
        #expect(TermWeights().weight(of: 5) == 1)
    }

    @Test func a_text_that_is_taken_back_leaves_no_trace() {
        var weights = counted()
        let other = PreparedText("larkhill porter")
        weights.add(other.terms)
        #expect(weights != counted())
        weights.remove(other.terms)
        #expect(weights == counted() && weights.textCount == 5)
    }

    @Test func the_logarithm_is_exact() {
        for value in [1e-300, 0.1, 0.5, 0.7, 0.99999, 1, 1.0001, 1.41, 1.4142135623730951, 1.42, 2, 3, 10, 1e6, 1e300] {
            #expect(abs(NaturalLogarithm.of(value) - log(value)) <= 4e-16 * max(1, abs(log(value))), "\(value)")
        }
        #expect(NaturalLogarithm.of(0) == 0 && NaturalLogarithm.of(-1) == 0 && NaturalLogarithm.of(.infinity) == 0)
    }
}
