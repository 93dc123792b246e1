import TestSupport
import Testing

@testable import Matching

@Suite struct TextBatchTests {
    func check(_ texts: [String], _ pattern: TextPattern, cutoff: Double, _ comment: Comment) {
        let texts = texts.map(PreparedText.init)
        let batch = TextBatch(texts)
        #expect(
            batch.indelRatios(to: pattern, scoreCutoff: cutoff)
                == texts.map { pattern.indelRatio(to: $0, scoreCutoff: cutoff) }, comment)
        #expect(
            batch.tokenSortRatios(to: pattern, scoreCutoff: cutoff)
                == texts.map { pattern.tokenSortRatio(to: $0, scoreCutoff: cutoff) }, comment)
        #expect(
            batch.tokenSetRatios(to: pattern, scoreCutoff: cutoff)
                == texts.map { pattern.tokenSetRatio(to: $0, scoreCutoff: cutoff) }, comment)
        #expect(
            batch.levenshteinSimilarities(to: pattern, scoreCutoff: cutoff)
                == texts.map { pattern.levenshteinSimilarity(to: $0, scoreCutoff: cutoff) }, comment)
    }

    @Test(arguments: [3, 41, 20_260_301] as [UInt64])
    func a_batch_says_what_the_pattern_says_of_each(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for count in [0, 1, 3, 4, 5, 8, 61] {
            let texts = (0..<count).map { _ in
                random.chance(0.5) ? RandomText.letters(&random) : RandomText.name(&random, upTo: 30)
            }
            for _ in 0..<6 {
                let pattern = TextPattern(
                    random.chance(0.5) ? RandomText.letters(&random) : RandomText.name(&random, upTo: 16))
                for cutoff in [0, 0.4, 0.7, 0.9, 1, 2] { check(texts, pattern, cutoff: cutoff, "seed \(seed)") }
            }
        }
    }

    @Test func a_cutoff_skips_no_text_that_stands_between_much_shorter_and_much_longer_ones() {
        let pattern = TextPattern(String(repeating: "a", count: 30))
        let texts = [1, 10, 30, 200, 1, 29, 31, 90, 2, 3, 60, 61].map { String(repeating: "a", count: $0) }
        for cutoff in [0.1, 0.5, 0.9, 0.95, 1] { check(texts, pattern, cutoff: cutoff, "cutoff \(cutoff)") }
    }
}
