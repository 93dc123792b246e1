package import Vault

/// The opened secrets of a connection, or of a channel, by field. They are wiped when their use ends, whoever still holds this.
package struct ConnectionSecrets: Sendable {
    private let secrets: [SecretField: SecretBytes]

    init(_ secrets: [SecretField: SecretBytes]) { self.secrets = secrets }

    package subscript(_ field: SecretField) -> SecretBytes? { secrets[field] }

    func wipe() {
        for secret in secrets.values { secret.wipe() }
    }
}

extension ConnectionSecrets: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "[redacted]" }
    package var debugDescription: String { "[redacted]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
