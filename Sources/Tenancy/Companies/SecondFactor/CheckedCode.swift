import Vault

/// What came of checking a code, before it is spent.
enum CheckedCode: Sendable {
    /// An app's code of this step; whether the browser is one the person signed in from before.
    case time(TimeStep, isKnownDevice: Bool)
    /// A recovery code of the right form. Whether there is such a one shows when it is spent.
    case recovery(TokenHash)
    case wrong
    /// Too many tries. Nothing was checked.
    case throttled(seconds: Int)
}
