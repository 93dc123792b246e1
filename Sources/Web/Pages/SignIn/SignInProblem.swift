/// Why a person is not signed in.
package enum SignInProblem: Hashable, Sendable {
    /// The address or the password is wrong; it is never said which.
    case wrong
    /// Too many tries; how long to wait.
    case throttled(seconds: Int)
    /// The form was older than its token.
    case expired
    /// The session ended, and the page asked for needs one.
    case sessionEnded
    /// Passwords cannot be checked right now (too many at once).
    case busy
}
