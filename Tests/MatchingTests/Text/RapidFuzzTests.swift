import Testing

@testable import Matching

/// Values that RapidFuzz 3.14 computed, of made-up names in several scripts.
@Suite struct RapidFuzzTests {
    static func measure(_ name: String) -> ((TextPattern, PreparedText, Double) -> Double)? {
        switch name {
        case "indelRatio": { $0.indelRatio(to: $1, scoreCutoff: $2) }
        case "tokenSortRatio": { $0.tokenSortRatio(to: $1, scoreCutoff: $2) }
        case "tokenSetRatio": { $0.tokenSetRatio(to: $1, scoreCutoff: $2) }
        case "tokenRatio": { $0.tokenRatio(to: $1, scoreCutoff: $2) }
        case "partialRatio": { $0.partialRatio(to: $1, scoreCutoff: $2) }
        case "partialTokenSortRatio": { $0.partialTokenSortRatio(to: $1, scoreCutoff: $2) }
        case "partialTokenSetRatio": { $0.partialTokenSetRatio(to: $1, scoreCutoff: $2) }
        case "partialTokenRatio": { $0.partialTokenRatio(to: $1, scoreCutoff: $2) }
        case "weightedRatio": { $0.weightedRatio(to: $1, scoreCutoff: $2) }
        case "levenshteinSimilarity": { $0.levenshteinSimilarity(to: $1, scoreCutoff: $2) }
        case "jaro": { $0.jaro(to: $1, scoreCutoff: $2) }
        case "jaroWinkler": { $0.jaroWinkler(to: $1, scoreCutoff: $2) }
        default: nil
        }
    }

    @Test func every_measure_is_the_same_with_and_without_a_cutoff() throws {
        let (measures, pairs) = try FixturePair.all()
        #expect(measures.count == 12 && pairs.count >= 400)
        for pair in pairs {
            let (pattern, text) = (TextPattern(pair.one), PreparedText(pair.other))
            for (place, name) in measures.enumerated() {
                let measure = try #require(Self.measure(name))
                let (score, kept) = (measure(pattern, text, 0), measure(pattern, text, pair.cutoff))
                #expect(abs(score - pair.scores[place]) < 1e-9, "\(name) of \(pair.one) and \(pair.other)")
                #expect(
                    abs(kept - pair.kept[place]) < 1e-9, "\(name) from \(pair.cutoff) of \(pair.one), \(pair.other)")
            }
            #expect(pattern.levenshteinDistance(to: text) == pair.distance, "\(pair.one) and \(pair.other)")
            #expect(pattern.commonSubsequence(with: text) == pair.subsequence, "\(pair.one) and \(pair.other)")
        }
    }

    @Test func every_measure_is_the_same_both_ways() throws {
        let (measures, pairs) = try FixturePair.all()
        for pair in pairs {
            let (pattern, text) = (TextPattern(pair.other), PreparedText(pair.one))
            for (place, name) in measures.enumerated() {
                let measure = try #require(Self.measure(name))
                #expect(
                    abs(measure(pattern, text, 0) - pair.scores[place]) < 1e-9,
                    "\(name) of \(pair.other) and \(pair.one)")
            }
        }
    }

    @Test func a_no_break_space_separates_words_in_every_text() {
        // RapidFuzz splits the second pair and not the first, in which all scalars are below U+0100.
        for (one, other) in [("Ale\u{A0}Amber", "Amber Ale"), ("Ale\u{A0}Amber ő", "Amber Ale ő")] {
            #expect(TextPattern(one).tokenSortRatio(to: PreparedText(other)) == 1)
        }
    }
}
