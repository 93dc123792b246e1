import Foundation
import Vault

/// Signs a message as Standard Webhooks 1.0.0 says: HMAC-SHA-256 over `{id}.{timestamp}.{body}`.
package enum WebhookSignature {
    /// What stands in `webhook-signature`.
    /// - Parameters:
    ///   - id: of the message, the same over all attempts; without a dot.
    ///   - timestamp: of this attempt, in seconds since 1970.
    ///   - body: the very bytes that are sent.
    package static func make(key: [UInt8], id: String, timestamp: Int64, body: [UInt8]) -> String {
        let signed = Array("\(id).\(timestamp).".utf8) + body
        return "v1," + Data(hmacSHA256(key: key, message: signed)).base64EncodedString()
    }
}
