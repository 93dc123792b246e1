import Testing

@testable import Vault

@Suite struct PasswordTests {
    @Test(arguments: [1, 12, 64, 255, 256])
    func lengths_up_to_256_bytes_are_taken(count: Int) throws {
        let password = try Password(String(repeating: "a", count: count))
        #expect(password.withBytes(\.count) == count)
    }

    @Test func longer_texts_are_refused_and_never_cut() {
        #expect(throws: PasswordProblem.tooLong(bytes: 257)) { try Password(String(repeating: "a", count: 257)) }
        #expect(throws: PasswordProblem.tooLong(bytes: 260)) { try Password(String(repeating: "🔑", count: 65)) }
    }

    @Test func an_empty_text_is_refused() {
        #expect(throws: PasswordProblem.empty) { try Password("") }
    }

    @Test func bytes_stay_as_they_came() throws {
        let text = " e\u{301}\0 \u{E9} "
        #expect(try Password(text).withBytes { Array($0) } == Array(text.utf8))
    }
}
