package import Vault

/// A login, for as long as signing in takes.
package struct SourceLogin: Sendable {
    package let user: SecretBytes
    package let password: SecretBytes

    package init(user: SecretBytes, password: SecretBytes) {
        self.user = user
        self.password = password
    }
}
