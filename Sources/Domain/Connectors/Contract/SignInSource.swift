/// A source that is read with somebody's login. The session is in the door's cookies.
package protocol SignInSource: Sendable {
    /// Signs in, once: a wrong password is told and not tried again, so that nobody's account is locked by us.
    /// - Throws: `SourceProblem.wrongLogin`, `SourceProblem`, `VisitFailure`.
    func signIn(_ login: SourceLogin, through door: SourceDoor) async throws

    /// Whether the session is alive.
    func isSignedIn(through door: SourceDoor) async throws -> Bool
}
