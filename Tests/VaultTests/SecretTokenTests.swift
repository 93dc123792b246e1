import Testing
import Vault

@Suite struct SecretTokenTests {
    @Test func a_token_survives_its_text() throws {
        let token = SecretToken()
        #expect(token.text.utf8.count == 43)
        let again = try #require(SecretToken(text: token.text))
        #expect(again.hash == token.hash)
        #expect(again.text == token.text)
    }

    @Test func the_hash_is_sha_256_of_the_bytes() throws {
        let token = try #require(SecretToken(text: String(repeating: "A", count: 43)))
        #expect(token.hash.bytes == sha256([UInt8](repeating: 0, count: 32)))
        #expect(token.hash.bytes.count == 32)
    }

    /// Requirement S-002: no common prefix, and bytes that look uniform.
    @Test func ten_thousand_tokens_differ_and_their_bytes_are_uniform() {
        var counts = [Int](repeating: 0, count: 256)
        var texts: Set<String> = []
        for _ in 0..<10_000 {
            let text = SecretToken().text
            texts.insert(text)
            for byte in Base64URL.decode(text) ?? [] { counts[Int(byte)] += 1 }
        }
        #expect(texts.count == 10_000)
        #expect(Set(texts.map { $0.prefix(1) }).count == 64)
        let expected = 320_000.0 / 256
        let chiSquare = counts.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
        // 255 degrees of freedom: mean 255, standard deviation 22.6; eight of them away is not chance.
        #expect((75.0...436.0).contains(chiSquare))
    }

    @Test(arguments: [
        "", "A", String(repeating: "A", count: 42), String(repeating: "A", count: 44),
        String(repeating: "A", count: 42) + "B", String(repeating: "A", count: 42) + "=",
        String(repeating: "A", count: 42) + "+", String(repeating: "é", count: 43), String(repeating: "\0", count: 43),
    ])
    func anything_else_is_no_token(text: String) {
        #expect(SecretToken(text: text) == nil)
    }

    @Test func a_token_hash_has_32_bytes() {
        #expect(TokenHash(bytes: []) == nil)
        #expect(TokenHash(bytes: [UInt8](repeating: 1, count: 31)) == nil)
        #expect(TokenHash(bytes: [UInt8](repeating: 1, count: 33)) == nil)
        #expect(TokenHash(bytes: [UInt8](repeating: 1, count: 32)) != nil)
    }

    /// RFC 4648 §10 without padding.
    @Test(arguments: [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE")])
    func base64url_gives_the_published_texts(plain: String, text: String) {
        #expect(Base64URL.encode(Array(plain.utf8)) == text)
        #expect(Base64URL.decode(text) == Array(plain.utf8))
    }

    @Test func base64url_uses_the_safe_alphabet_and_only_canonical_text() {
        #expect(Base64URL.encode([0xfb, 0xff, 0xfe]) == "-__-")
        #expect(Base64URL.decode("-__-") == [0xfb, 0xff, 0xfe])
        #expect(Base64URL.decode("+//+") == nil)
        #expect(Base64URL.decode("Zh") == nil)
        #expect(Base64URL.decode("Z") == nil)
        #expect(Base64URL.decode("Zg==") == nil)
    }
}
