import TestSupport
import Testing

@testable import Matching

/// Words of one text compared with words of another.
@Suite struct WordComparisonTests {
    static let seeds: [UInt64] = [3, 41, 20_260_301]

    func tokens(_ text: String, _ weights: TermWeights = TermWeights()) -> WeightedTokens {
        WeightedTokens(PreparedText(text), weights)
    }

    @Test func words_of_equal_weight_are_counted() {
        let agreement = tokens("larkhill amber ale").agreement(with: tokens("ale larkhill porter stout"))
        #expect(agreement.jaccard == 2.0 / 5 && agreement.overlap == 2.0 / 3)
        #expect(agreement.containment == 2.0 / 3 && agreement.otherContainment == 2.0 / 4)
    }

    @Test func rare_words_count_for_more() {
        var weights = TermWeights()
        for text in ["ale", "ale porter", "ale stout", "larkhill"] { weights.add(PreparedText(text).terms) }
        let rare = tokens("larkhill ale", weights).agreement(with: tokens("larkhill stout", weights))
        let common = tokens("larkhill ale", weights).agreement(with: tokens("thornbury ale", weights))
        #expect(rare.jaccard > common.jaccard && rare.containment > 0.5 && common.containment < 0.5)
    }

    @Test func a_text_without_words_agrees_with_nothing() {
        for (one, other) in [("", ""), ("ale", ""), ("", "ale")] {
            let agreement = tokens(one).softAgreement(with: tokens(other))
            #expect(agreement.jaccard == 0 && agreement.overlap == 0 && agreement.containment == 0)
            #expect(PreparedText(one).mongeElkan(in: PreparedText(other)) == 0)
            #expect(PreparedText(one).symmetricMongeElkan(with: PreparedText(other)) == 0)
        }
    }

    @Test func similar_words_agree_softly_and_each_only_once() {
        let (one, other) = (tokens("thornbury shiraz"), tokens("thornbry shiraz"))
        let similarity = TextPattern("thornbury").jaroWinkler(to: PreparedText("thornbry"))
        #expect(one.agreement(with: other).jaccard == 1.0 / 3)
        let soft = one.softAgreement(with: other)
        #expect(abs(soft.shared - (1 + similarity)) < 1e-12 && soft.jaccard > 0.95)
        #expect(one.softAgreement(with: other, threshold: 1.1) == one.agreement(with: other))
        // Both words would do, and the more similar one is taken.
        let twice = tokens("thornb thornbry").softAgreement(with: tokens("thornbury"))
        let lesser = TextPattern("thornbury").jaroWinkler(to: PreparedText("thornb"))
        #expect(lesser > 0.9 && lesser < similarity && abs(twice.shared - similarity) < 1e-12 && twice.jaccard < 0.5)
    }

    @Test(arguments: seeds)
    func agreement_is_the_same_both_ways_and_never_more_than_whole(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var weights = TermWeights()
        for _ in 0..<50 { weights.add(PreparedText(RandomText.name(&random)).terms) }
        for _ in 0..<300 {
            let one = tokens(RandomText.name(&random), weights)
            let other = tokens(RandomText.name(&random), weights)
            let (there, back) = (
                one.softAgreement(with: other, threshold: 0.6), other.softAgreement(with: one, threshold: 0.6)
            )
            #expect(abs(there.shared - back.shared) < 1e-12, "seed \(seed)")
            #expect(there.shared >= one.agreement(with: other).shared, "seed \(seed)")
            for share in [there.jaccard, there.overlap, there.containment] { #expect((0...1).contains(share)) }
            let both = (one.text.mongeElkan(in: other.text) + other.text.mongeElkan(in: one.text)) / 2
            #expect(abs(one.text.symmetricMongeElkan(with: other.text) - both) < 1e-12, "seed \(seed)")
        }
    }

    @Test func monge_elkan_is_the_mean_of_the_nearest_words() {
        let text = PreparedText("thornbury old vine shiraz")
        #expect(PreparedText("vine thornbury").mongeElkan(in: text) == 1)
        #expect(text.mongeElkan(in: PreparedText("vine thornbury")) < 1)
        let pattern = TextPattern("shirz")
        let nearest =
            ["thornbury", "old", "vine", "shiraz"].map { pattern.jaroWinkler(to: PreparedText($0)) }.max() ?? 0
        #expect(abs(PreparedText("shirz").mongeElkan(in: text) - nearest) < 1e-12)
    }
}
