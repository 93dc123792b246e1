import Vault

/// The token in every form: an HMAC of the session's secret, under a fresh mask each time, so that a compressed page
/// never repeats it (BREACH).
enum FormToken {
    private static let purpose = Array("tidemark form token v1".utf8)

    static func make(for secret: SecretToken) -> String {
        let proof = hmacSHA256(key: Array(secret.text.utf8), message: purpose)
        let mask = randomBytes(proof.count)
        return Base64URL.encode(mask + zip(mask, proof).map { $0 ^ $1 })
    }

    static func isValid(_ text: String?, for secret: SecretToken) -> Bool {
        guard let text, text.utf8.count < 200, let bytes = Base64URL.decode(text), bytes.count == 64 else {
            return false
        }
        let proof = zip(bytes.prefix(32), bytes.suffix(32)).map { $0 ^ $1 }
        return constantTimeEquals(proof, hmacSHA256(key: Array(secret.text.utf8), message: purpose))
    }
}
