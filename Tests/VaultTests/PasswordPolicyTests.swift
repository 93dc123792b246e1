import Testing

@testable import Vault

@Suite struct PasswordPolicyTests {
    private static let words = ["Ada Lovelace", "ada.lovelace@harbor-imports.example", "Harbor Imports", "harbor"]

    @Test(arguments: [
        "password1234", "adalovelace1815", "qwertyuiop123", "aaaaaaaaaaaaaaa", "Harbor2025!!", "harborimports",
        "iloveyou12345",
        "monkeymonkey", "Summer2025!!", "thisismypassword", "123456789012", "P@ssw0rd1234", "lovelace-harbor-1",
    ])
    func what_would_be_guessed_is_refused(text: String) {
        #expect(
            PasswordPolicy.weakness(of: text, words: Self.words) == .guessable,
            "\(PasswordPolicy.bits(of: text, words: Self.words))")
    }

    @Test(arguments: [
        "correct horse battery staple", "kX9#mQ2vL7pW", "tr0ub4dor&3xyz", "wandering-quartz-fjord",
        "üñïçødé-pässwörtér", "🦊🌊🪁🧭🥁🛶🎷🧩🪐🌵🍄🔭",
        "nul\u{0}inside a long one", " leading and trailing space quartz ",
    ])
    func what_would_not_be_guessed_is_taken(text: String) {
        #expect(
            PasswordPolicy.weakness(of: text, words: Self.words) == nil,
            "\(PasswordPolicy.bits(of: text, words: Self.words))")
    }

    @Test func lengths_have_bounds() {
        #expect(PasswordPolicy.weakness(of: "kX9#mQ2vL7p", words: []) == .tooShort)
        #expect(PasswordPolicy.weakness(of: "", words: []) == .tooShort)
        #expect(PasswordPolicy.weakness(of: String(repeating: "k X9#mQ2", count: 32), words: []) == nil)
        #expect(PasswordPolicy.weakness(of: String(repeating: "k X9#mQ2", count: 32) + "1", words: []) == .tooLong)
    }

    @Test func what_others_know_of_the_person_is_worth_nothing() {
        let text = "lovelace analytical"
        #expect(PasswordPolicy.bits(of: text, words: Self.words) < PasswordPolicy.bits(of: text, words: []))
    }

    @Test(arguments: [
        [String(repeating: "x", count: 5_000)], Array(repeating: "word", count: 5_000), ["\u{0}\u{0}"], [""],
    ])
    func odd_words_do_no_harm(words: [String]) {
        #expect(PasswordPolicy.weakness(of: "kX9#mQ2vL7pW", words: words) == nil)
    }
}
