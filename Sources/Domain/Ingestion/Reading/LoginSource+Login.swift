package import Connections
package import Connectors
package import Vault

extension LoginSource {
    /// The login among secrets, by the source's own fields; nil when one is missing.
    package func login(from secret: (SecretField) -> SecretBytes?) -> SourceLogin? {
        guard let user = fields.first(where: { !$0.isPassword }).flatMap({ secret($0.field) }),
            let password = fields.first(where: \.isPassword).flatMap({ secret($0.field) })
        else { return nil }
        return SourceLogin(user: user, password: password)
    }
}
