/// Why a code did not let a person in.
package enum SignInCodeProblem: Hashable, Sendable {
    /// It is not one of right now, or was used before.
    case wrong
    /// Too many tries; how long to wait.
    case throttled(seconds: Int)
}
