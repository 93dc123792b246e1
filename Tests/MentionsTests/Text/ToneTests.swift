import Testing

@testable import Mentions

@Suite struct ToneTests {
    private func tone(_ text: String, named: Set<Int> = []) -> Double? {
        var tone = Tone()
        for sentence in SpokenText.sentences(text) { tone.add(sentence, named: named) }
        return tone.value
    }

    @Test func nothing_said_is_nothing_known() {
        #expect(tone("The distillery has a new label.") == nil)
        #expect(tone("") == nil)
    }

    @Test func awards_are_good_and_recalls_bad() throws {
        #expect(try #require(tone("It wins a gold medal.")) > 0.4)
        #expect(try #require(tone("The maker recalls a batch.")) < -0.6)
        #expect(try #require(tone("A lawsuit over the label.")) < 0)
        #expect(try #require(tone("It was very disappointing.")) < tone("It was disappointing.") ?? 0)
    }

    @Test func a_negation_turns_it_round_and_weakens_it() throws {
        let good = try #require(tone("It is excellent."))
        let not = try #require(tone("It is not excellent."))
        #expect(not < 0 && abs(not) < good)
        #expect(try #require(tone("It isn’t bad.")) > 0)
        #expect(tone("No, it is excellent.") == tone("It is excellent."), "a comma ends the reach")
    }

    @Test func words_of_the_name_do_not_count() {
        #expect(tone("Best Gin is here", named: [0, 1]) == nil)
    }

    @Test func it_stays_between_one_and_minus_one() throws {
        let praise = String(repeating: "best excellent superb outstanding ", count: 200)
        let blame = String(repeating: "recall toxic lawsuit ", count: 200)
        #expect(try #require(tone(praise)) <= 1)
        #expect(try #require(tone(blame)) >= -1)
    }

    @Test func the_list_is_folded_and_contradicts_itself_nowhere() {
        for word in ToneWords.weights.keys {
            #expect(SpokenText.line(word)?.words.map(\.written).joined(separator: " ") == word)
        }
        #expect(ToneWords.negates.isDisjoint(with: ToneWords.weights.keys))
    }
}
