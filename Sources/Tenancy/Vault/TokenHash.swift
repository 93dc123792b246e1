/// The SHA-256 of a secret token: what the database keeps instead of the token.
package struct TokenHash: Hashable, Sendable {
    /// 32 bytes.
    package let bytes: [UInt8]

    /// - Returns: nil unless `bytes` has 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    init(of token: [UInt8]) {
        bytes = sha256(token)
    }

    package static func == (left: TokenHash, right: TokenHash) -> Bool {
        constantTimeEquals(left.bytes, right.bytes)
    }
}

extension TokenHash: CustomStringConvertible, CustomReflectable {
    package var description: String { "[token hash]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
