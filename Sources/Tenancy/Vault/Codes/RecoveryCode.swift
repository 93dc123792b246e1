/// What lets a person in once who lost their authenticator: 125 random bits that can be written down.
///
/// The person gets `text` once; we keep `hash` only, which needs neither salt nor effort at this many bits. It prints as
/// `[redacted]`.
package struct RecoveryCode: Sendable {
    /// How many a person has.
    package static let setSize = 10
    private static let characterCount = 25

    private let characters: [UInt8]

    /// A new code from the random generator of libcrypto.
    package init() {
        characters = Array(Base32.encode(randomBytes(16)).utf8.prefix(Self.characterCount))
    }

    /// A code somebody typed; however it was written, it is the same. Nil unless it has 25 characters of base 32.
    package init?(text: String) {
        guard text.utf8.count <= 100, let typed = Base32.typed(text), typed.count == Self.characterCount else {
            return nil
        }
        characters = typed
    }

    /// Five groups of five small letters and digits.
    package var text: String {
        let text = String(decoding: characters, as: UTF8.self).lowercased()
        return stride(from: 0, to: Self.characterCount, by: 5)
            .map { String(text.dropFirst($0).prefix(5)) }.joined(separator: "-")
    }

    /// What to store and to look up by: SHA-256 of the 25 characters.
    package var hash: TokenHash { TokenHash(of: characters) }
}

extension RecoveryCode: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "[redacted]" }
    package var debugDescription: String { "[redacted]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
