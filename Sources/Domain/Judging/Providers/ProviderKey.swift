package import Vault

/// What opens a provider's account. Prints as nothing but that it is one, and is put into a field of a request and nowhere else.
package struct ProviderKey: Sendable {
    private let bytes: SecretBytes

    /// - Returns: nil for what cannot stand in a field of a request: 8 to 512 printable characters without blanks can.
    package init?(_ bytes: SecretBytes) {
        let isWhole = bytes.withBytes { bytes in
            (8...512).contains(bytes.count) && bytes.allSatisfy { (0x21...0x7E).contains($0) }
        }
        guard isWhole else { return nil }
        self.bytes = bytes
    }

    /// The key as a field wants it.
    func field(_ prefix: String = "") -> String {
        prefix + bytes.withBytes { String(decoding: $0, as: UTF8.self) }
    }
}

extension ProviderKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "[redacted]" }
    package var debugDescription: String { "[redacted]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
