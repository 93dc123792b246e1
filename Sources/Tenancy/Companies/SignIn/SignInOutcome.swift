package import Vault

/// What came of a try to sign in.
package enum SignInOutcome: Sendable {
    /// A session with a new token. `device` is what the browser shall keep, so that it is known the next time.
    case opened(session: SecretToken, device: SecretToken)
    /// The password was right and the person has a second factor: half a session, good for ten minutes and for giving a
    /// code.
    case codeNeeded(half: SecretToken)
    /// Address and password do not belong together; it is never said which is wrong. Or the code is not right.
    case wrong
    /// Too many tries. Nothing was checked.
    case throttled(seconds: Int)
}
