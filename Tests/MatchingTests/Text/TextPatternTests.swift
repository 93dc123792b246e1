import TestSupport
import Testing

@testable import Matching

/// Bits against plain tables.
@Suite struct TextPatternTests {
    static let seeds: [UInt64] = [7, 77, 20_260_301]

    @Test(arguments: seeds)
    func subsequence_and_distance_are_those_of_the_plain_tables(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<250 {
            let (one, other) = (RandomText.letters(&random), RandomText.letters(&random))
            let (own, others) = (PlainMeasures.scalars(one), PlainMeasures.scalars(other))
            let (pattern, text) = (TextPattern(one), PreparedText(other))
            let pair: Comment = "seed \(seed): \(one) | \(other)"
            #expect(pattern.commonSubsequence(with: text) == PlainMeasures.subsequence(own, others), pair)
            #expect(pattern.levenshteinDistance(to: text) == PlainMeasures.levenshtein(own, others), pair)
        }
    }

    @Test(arguments: seeds)
    func a_part_is_found_wherever_it_stands(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let lengths = [1, 2, 3, 9, 20, 21, 40, 63, 64, 65, 80]
        for _ in 0..<120 {
            let one = RandomText.letters(&random, lengths: lengths)
            let other = RandomText.letters(&random, lengths: lengths)
            let expected = PlainMeasures.partialRatio(PlainMeasures.scalars(one), PlainMeasures.scalars(other))
            let (pattern, text) = (TextPattern(one), PreparedText(other))
            let score = pattern.partialRatio(to: text)
            #expect(abs(score - expected) < 1e-9, "seed \(seed): \(one) | \(other)")
            #expect(pattern.partialRatio(to: text, scoreCutoff: score) == score, "seed \(seed): \(one) | \(other)")
        }
    }

    @Test(arguments: seeds)
    func word_ratios_are_those_of_joined_words(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<200 {
            let names = [RandomText.name(&random, upTo: 20), RandomText.name(&random)].shuffled(using: &random)
            let (one, other) = (names[0], names[1])
            let (pattern, text) = (TextPattern(one), PreparedText(other))
            let sort = pattern.tokenSortRatio(to: text)
            let set = pattern.tokenSetRatio(to: text)
            #expect(abs(sort - PlainMeasures.tokenSort(one, other)) < 1e-9, "seed \(seed): \(one) | \(other)")
            #expect(abs(set - PlainMeasures.tokenSet(one, other)) < 1e-9, "seed \(seed): \(one) | \(other)")
            #expect(pattern.tokenRatio(to: text) == max(sort, set), "seed \(seed): \(one) | \(other)")
        }
    }

    @Test func a_cutoff_keeps_what_reaches_it_and_drops_the_rest() {
        let (pattern, text) = (TextPattern("Larkhill Amber Ale"), PreparedText("Larkhill Ale Amber 12"))
        let measures: [(Double) -> Double] = [
            { pattern.indelRatio(to: text, scoreCutoff: $0) }, { pattern.tokenSortRatio(to: text, scoreCutoff: $0) },
            { pattern.partialRatio(to: text, scoreCutoff: $0) }, { pattern.weightedRatio(to: text, scoreCutoff: $0) },
            { pattern.jaroWinkler(to: text, scoreCutoff: $0) },
            { pattern.levenshteinSimilarity(to: text, scoreCutoff: $0) },
        ]
        for measure in measures {
            let score = measure(0)
            #expect((0.3..<1).contains(score))
            #expect(measure(score) == score && measure(score - 0.01) == score)
            #expect(measure(score + 0.01) == 0 && measure(2) == 0 && measure(.infinity) == 0 && measure(.nan) == 0)
            #expect(measure(-1) == score && measure(-.infinity) == score)
        }
    }

    @Test func a_distance_beyond_the_maximum_is_one_more_than_it() {
        let pattern = TextPattern("thornbury")
        #expect(pattern.levenshteinDistance(to: PreparedText("thornbry"), maximum: 1) == 1)
        #expect(pattern.levenshteinDistance(to: PreparedText("thorns"), maximum: 2) == 3)
        #expect(pattern.levenshteinDistance(to: PreparedText("marrowfield"), maximum: 0) == 1)
        #expect(pattern.levenshteinDistance(to: PreparedText("thornbury"), maximum: 0) == 0)
    }

    @Test func texts_are_compared_by_scalars_and_not_by_what_they_look_like() {
        #expect(TextPattern("Rosé").commonSubsequence(with: PreparedText("Rose\u{301}")) == 3)
        #expect(TextPattern("Rosé").levenshteinDistance(to: PreparedText("Rose\u{301}")) == 2)
    }

    @Test func jaro_and_winkler_are_those_of_the_papers() {
        // The examples of Winkler 1990.
        func both(_ one: String, _ other: String) -> (Double, Double) {
            let (pattern, text) = (TextPattern(one), PreparedText(other))
            return (pattern.jaro(to: text), pattern.jaroWinkler(to: text))
        }
        let (martha, marthaPrefix) = both("MARTHA", "MARHTA")
        #expect(abs(martha - 0.944444444) < 1e-8 && abs(marthaPrefix - 0.961111111) < 1e-8)
        let (dwayne, dwaynePrefix) = both("DWAYNE", "DUANE")
        #expect(abs(dwayne - 0.822222222) < 1e-8 && abs(dwaynePrefix - 0.84) < 1e-8)
        let (dixon, dixonPrefix) = both("DIXON", "DICKSONX")
        #expect(abs(dixon - 0.766666667) < 1e-8 && abs(dixonPrefix - 0.813333333) < 1e-8)
    }

    @Test(arguments: seeds)
    func jaro_by_bits_is_jaro_by_flags(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let lengths = [0, 1, 2, 3, 5, 20, 40, 63, 64]
        for _ in 0..<300 {
            let one = PlainMeasures.scalars(RandomText.letters(&random, lengths: lengths))
            let other = PlainMeasures.scalars(RandomText.letters(&random, lengths: lengths))
            let table = MatchTable(TextUnits(one))
            let (bits, flags) = one.withUnsafeBufferPointer { own in
                other.withUnsafeBufferPointer { others in
                    table.withRows { rows in
                        (
                            JaroSimilarity.short(own.count, others) { rows.words[rows.row(of: $0)] },
                            JaroSimilarity.long(own, others)
                        )
                    }
                }
            }
            #expect(bits == flags, "seed \(seed): \(one) | \(other)")
        }
    }
}
