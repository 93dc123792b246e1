import Testing
import Vault

@Suite struct TypedCodeTests {
    @Test(arguments: ["123456", "123 456", " 12-34-56 ", "\t123456"])
    func six_digits_are_a_code_however_they_are_grouped(text: String) {
        guard case .time(let digits) = TypedCode(text) else {
            Issue.record("\(text) is no code of an app")
            return
        }
        #expect(digits.reveal() == "123456")
    }

    @Test(arguments: [
        "", " ", "12345", "1234567", "12345a", "１２３４５６", "+12345", "-123456-7", "abcde-fghij", "123456\u{0}",
        String(repeating: "a", count: 26), String(repeating: " ", count: 101), "١٢٣٤٥٦",
    ])
    func anything_else_is_none(text: String) {
        #expect(TypedCode(text) == nil)
    }

    @Test func a_recovery_code_is_the_same_however_it_is_written() throws {
        for _ in 0..<50 {
            let code = RecoveryCode()
            #expect(code.text.count == 29 && code.text.split(separator: "-").map(\.count) == [5, 5, 5, 5, 5])
            for typed in [
                code.text, code.text.uppercased(), code.text.replacing("-", with: ""),
                code.text.replacing("-", with: " "), code.text.replacing("o", with: "0"),
                code.text.replacing("l", with: "1").replacing("b", with: "8"),
            ] {
                guard case .recovery(let read) = TypedCode(typed) else {
                    Issue.record("not read")
                    continue
                }
                #expect(read.hash == code.hash)
            }
        }
    }

    @Test func recovery_codes_differ_and_do_not_print() {
        let codes = (0..<1_000).map { _ in RecoveryCode() }
        #expect(Set(codes.map(\.text)).count == 1_000)
        #expect("\(codes[0])" == "[redacted]" && !String(reflecting: codes[0]).contains(codes[0].text))
    }

    /// RFC 4648, §10, without the padding.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func base_32_is_that_of_the_standard(plain: String, text: String) {
        #expect(Base32.encode(Array(plain.utf8)) == text)
    }
}
