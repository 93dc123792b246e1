/// One field of a source's login, as the source's own form has it.
package struct LoginField: Sendable, Hashable {
    package let field: SecretField
    /// What the source calls it.
    package let label: String
    /// Whether it is hidden while somebody types it.
    package let isPassword: Bool
}
