package import Vault

/// What came of a change to a second factor.
package enum SecondFactorOutcome: Sendable {
    /// It holds from now on. The session goes on under this token; the codes are shown once.
    case turnedOn(session: SecretToken, codes: [RecoveryCode])
    /// The code is not one of this seed right now.
    case wrong
    /// It was begun in another session, more than ten minutes ago or not at all, or the person did not confirm lately.
    case ended
}
