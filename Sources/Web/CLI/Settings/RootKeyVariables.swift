import Vault

/// Root keys that were given as environment variables, taken out of the environment. To be called before anything else reads
/// it.
struct RootKeyVariables: Sendable {
    static let currentName = "TIDEMARK_VAULT_ROOT_KEY"
    static let otherName = "TIDEMARK_VAULT_OTHER_ROOT_KEY"

    let current: SecretBytes?
    let other: SecretBytes?

    static func take() -> RootKeyVariables {
        RootKeyVariables(current: SecretVariable.take(currentName), other: SecretVariable.take(otherName))
    }
}
