/// A bearer secret of 256 random bits: a session, an invitation, a password reset, an API token.
///
/// The holder gets `text` once; we keep `hash` only. It prints as `[redacted]`.
package struct SecretToken: Sendable {
    /// Random bytes in a token.
    package static let byteCount = 32

    private let bytes: [UInt8]

    /// A new token from the random generator of libcrypto.
    package init() {
        bytes = randomBytes(Self.byteCount)
    }

    /// A token someone presents. Nil unless `text` is exactly the 43 base64url characters of 32 bytes.
    package init?(text: some StringProtocol) {
        guard text.utf8.count == 43, let bytes = Base64URL.decode(text), bytes.count == Self.byteCount else {
            return nil
        }
        self.bytes = bytes
    }

    /// The 43 characters the holder keeps (base64url, no padding).
    package var text: String {
        Base64URL.encode(bytes)
    }

    /// What to store and to look up by: SHA-256 of the 32 bytes. No salt is needed at 256 bits.
    package var hash: TokenHash {
        TokenHash(of: bytes)
    }
}

extension SecretToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "[redacted]" }
    package var debugDescription: String { "[redacted]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
