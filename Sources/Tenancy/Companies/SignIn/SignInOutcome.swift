package import Vault

/// What came of a try to sign in.
package enum SignInOutcome: Sendable {
    /// A session with a new token. `device` is what the browser shall keep, so that it is known the next time.
    case opened(session: SecretToken, device: SecretToken)
    /// Address and password do not belong together; it is never said which is wrong.
    case wrong
    /// Too many tries. Nothing was checked.
    case throttled(seconds: Int)
}
