import Testing

@testable import Mentions

@Suite struct SpokenTextTests {
    private func sentences(_ text: String) -> [String] {
        SpokenText.sentences(text).map { $0.pieces.joined(separator: " ") }
    }

    @Test func sentences_end_where_they_end() {
        #expect(sentences("One is here. Two is there! Three?") == ["One is here.", "Two is there!", "Three?"])
        #expect(sentences("Jack Daniel's No. 7 is back. It sells.") == ["Jack Daniel's No. 7 is back.", "It sells."])
        #expect(sentences("A St. Patrick's gift. J. W. Dant too.") == ["A St. Patrick's gift.", "J. W. Dant too."])
        #expect(sentences("a line\nanother") == ["a line", "another"])
    }

    @Test func tags_go_and_what_is_no_tag_stays() {
        #expect(SpokenText.plain("<p class=\"x\">A</p>") == " A ")
        #expect(SpokenText.plain("5 < 6 and <") == "5 < 6 and <")
        #expect(SpokenText.plain("Rock &amp; Rye") == "Rock & Rye")
    }

    @Test func a_headline_is_told_by_its_capitals() {
        #expect(SpokenText.line("High Noon for Tariffs on Steel")?.isHeadline == true)
        #expect(SpokenText.line("We opened a can of High Noon and liked it")?.isHeadline == false)
    }

    @Test func everyday_words_are_one_spelling_each() {
        #expect(EverydayWords.contains("gold") && EverydayWords.contains("rose") && !EverydayWords.contains("ardbeg"))
    }
}
