import Testing
import Vault

@Suite struct RedactionTests {
    private struct Holder {
        let secret: Redacted<String>
        let token: SecretToken
        let password: Password
        let hash: TokenHash
    }

    @Test func nothing_secret_is_printed_described_or_dumped() throws {
        let token = SecretToken()
        let holder = Holder(
            secret: Redacted("canary-1"), token: token, password: try Password("canary-2"), hash: token.hash)
        var dumped = ""
        dump(holder, to: &dumped)
        let texts = [
            "\(holder)", String(reflecting: holder), dumped, "\(holder.secret)", String(reflecting: holder.token),
            "\(holder.password)", String(reflecting: holder.password), "\(Optional(holder.secret) as Any)",
        ]
        let someByte = try #require(token.hash.bytes.first)
        for text in texts {
            #expect(!text.contains("canary"))
            #expect(!text.contains(token.text))
            #expect(!text.contains("[\(someByte), "))
        }
        #expect("\(holder.secret)" == "[redacted]")
    }

    @Test func a_redacted_value_is_revealed_on_purpose() {
        #expect(Redacted(42).reveal() == 42)
    }

    @Test func a_redacted_value_cannot_be_encoded() {
        #expect(!(Redacted("x") as Any is any Encodable))
        #expect(!(SecretToken() as Any is any Encodable))
    }
}
