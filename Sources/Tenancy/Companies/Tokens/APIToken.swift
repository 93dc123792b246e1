package import Vault

/// The secret a program presents: `tdm_` and 256 random bits. The mark lets scanners of code find one that was published.
/// Prints as `[redacted]`.
package struct APIToken: Sendable {
    package static let mark = "tdm_"

    private let secret: SecretToken

    /// A new token.
    package init() { secret = SecretToken() }

    /// A token somebody presents. Nil unless it is exactly the mark and 43 base64url characters.
    package init?(text: some StringProtocol) {
        guard text.hasPrefix(Self.mark), let secret = SecretToken(text: text.dropFirst(Self.mark.count)) else {
            return nil
        }
        self.secret = secret
    }

    /// The 47 characters the holder keeps.
    package var text: String { Self.mark + secret.text }

    /// What to store and to look up by.
    package var hash: TokenHash { secret.hash }
}

extension APIToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "[redacted]" }
    package var debugDescription: String { "[redacted]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
