import Connectors
import Testing

/// Words to search for, as somebody writes them down.
@Suite struct SearchTermsTests {
    @Test func each_line_is_a_term_and_blanks_and_repeats_are_left_out() throws {
        let terms = try SearchTerms("  Mezcal \r\n\n\told\u{A0}  fashioned\nMEZCAL\ncacha\u{E7}a\u{2028}gin")
        #expect(terms.all == ["Mezcal", "old fashioned", "cacha\u{E7}a", "gin"])
        #expect(try SearchTerms(terms.text) == terms)
    }

    @Test(arguments: ["", " \n\t\r\n "])
    func no_term_is_told(text: String) {
        #expect(throws: SearchTerms.Problem.empty) { try SearchTerms(text) }
    }

    @Test func as_many_terms_as_may_be_are_taken_and_one_more_is_told() throws {
        let most = (1...SearchTerms.most).map { "term \($0)" }.joined(separator: "\n")
        #expect(try SearchTerms(most).all.count == SearchTerms.most)
        #expect(throws: SearchTerms.Problem.tooMany(41)) { try SearchTerms(most + "\none more") }
    }

    @Test func a_term_is_as_long_as_may_be_and_no_longer() throws {
        let longest = String(repeating: "\u{E9}", count: SearchTerms.longest)
        #expect(try SearchTerms(longest).all == [longest])
        #expect(throws: SearchTerms.Problem.tooLong(longest + "x")) { try SearchTerms("gin\n\(longest)x") }
        // One letter to a reader, and many to whoever keeps it.
        let letter = "e" + String(repeating: "\u{301}", count: SearchTerms.longest)
        #expect(throws: SearchTerms.Problem.tooLong(letter)) { try SearchTerms(letter) }
    }

    @Test func a_comma_and_what_cannot_be_printed_are_told() {
        #expect(throws: SearchTerms.Problem.comma("gin, rum")) { try SearchTerms("gin, rum") }
        #expect(throws: SearchTerms.Problem.unprintable("gin")) { try SearchTerms("gi\u{0}n") }
        #expect(throws: SearchTerms.Problem.unprintable("gin")) { try SearchTerms("gin\u{7F}") }
    }

    @Test(arguments: [
        (SearchTerms.Problem.empty, "There is no term: write one on each line."),
        (.tooMany(41), "There are 41 terms; 40 at most can be asked for."),
        (.comma("gin, rum"), "The term “gin, rum” has a comma: write each term on a line of its own."),
    ])
    func what_is_wrong_is_a_sentence(problem: SearchTerms.Problem, sentence: String) {
        #expect(problem.description == sentence)
    }
}
