/// Why secrets are opened. Twin of the check on `vault_uses.reason` (parity test).
package enum UseReason: String, Sendable, Hashable, CaseIterable {
    /// A person wants to know whether the credentials work.
    case test
    /// To begin a session with the source.
    case signIn = "sign_in"
    /// To read with a session, or with a key that needs none.
    case fetch
}
