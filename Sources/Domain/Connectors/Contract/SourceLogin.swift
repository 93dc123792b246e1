package import Outbound
package import Vault

/// A login, for as long as signing in takes.
package struct SourceLogin: Sendable {
    package let user: SecretBytes
    package let password: SecretBytes

    package init(user: SecretBytes, password: SecretBytes) {
        self.user = user
        self.password = password
    }

    /// By which all connections that use this login are told to be one.
    /// - Parameter source: its code.
    package func key(of source: String) -> LoginKey { LoginKey(source: source, user: user) }
}
