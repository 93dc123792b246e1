package import Vault

/// What came of proving again who one is.
package enum ConfirmOutcome: Sendable {
    /// The session goes on under this token.
    case confirmed(SecretToken)
    case wrong
    case throttled(seconds: Int)
}
