import TestSupport
import Testing

@testable import Matching

@Suite struct PreparedTextTests {
    @Test func words_are_sorted_by_scalars_and_joined_by_single_spaces() {
        let text = PreparedText(" vine  old\tÉté vine\u{3000}7 ")
        #expect(text.sorted == TextUnits("7 old vine vine Été"))
        #expect(text.distinct == TextUnits("7 old vine Été"))
        #expect(text.repeatsWords && text.wordCount == 4)
        #expect(Set(text.tokens.map(text.word)) == Set(["7", "old", "vine", "Été"].map(PlainMeasures.scalars)))
        #expect(text.tokens.map(\.key) == text.tokens.map(\.key).sorted())
    }

    @Test func scalars_are_bytes_unless_one_is_above_them() {
        #expect(!PreparedText("Rosé ÿ").units.isWide)
        #expect(PreparedText("ő").units.isWide)
        let text = PreparedText("ale\u{3000}amber")
        #expect(text.units.isWide && !text.sorted.isWide)
        #expect(PreparedText("🍷\u{1F3F4}\u{200D}").count == 3)
    }

    @Test func a_text_of_nothing_but_white_space_has_no_words() {
        for text in ["", " ", "\t\n\u{85}\u{A0}\u{2028}"] {
            #expect(PreparedText(text).wordCount == 0 && PreparedText(text).sorted.isEmpty)
        }
    }

    @Test(arguments: [3, 41] as [UInt64])
    func words_of_one_hash_are_still_told_apart(seed: UInt64) {
        func prepared(_ text: String) -> PreparedText {
            PreparedText(TextUnits(text), hashWide: { _ in 5 }, hashNarrow: { _ in 5 })
        }
        var random = SeededRandom(seed: seed)
        for _ in 0..<300 {
            let (one, other) = (RandomText.name(&random), RandomText.name(&random))
            let alike = TextPattern(prepared(one)).tokenSetRatio(to: prepared(other))
            #expect(alike == TextPattern(one).tokenSetRatio(to: PreparedText(other)), "seed \(seed): \(one) | \(other)")
        }
    }

    @Test func hashes_are_the_same_in_every_process() {
        #expect(PreparedText("ale").tokens.map(\.key) == PreparedText("ale ale").tokens.map(\.key))
        #expect(TermHash.of([UInt8]("ale".utf8)) == TermHash.of("ale".unicodeScalars.map(\.value)))
        #expect(TermHash.of([UInt8]("ale".utf8)) == 0x682E_81CF_0468_A493)
    }
}
