import Foundation
import Vault

/// The key a webhook's messages are signed with, as whoever receives them enters it: `whsec_` and 32 random bytes in base 64.
/// Shown once, to whoever made the channel. Source: Standard Webhooks 1.0.0.
package struct WebhookKey: Sendable {
    package let text: String

    package init() { text = Self.prefix + Data(randomBytes(32)).base64EncodedString() }

    private static let prefix = "whsec_"

    /// The bytes behind a key's text; nil for what is none.
    static func bytes(of text: String) -> [UInt8]? {
        guard text.hasPrefix(prefix), let data = Data(base64Encoded: String(text.dropFirst(prefix.count))),
            (24...64).contains(data.count)
        else { return nil }
        return Array(data)
    }
}

extension WebhookKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "[redacted]" }
    package var debugDescription: String { "[redacted]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
