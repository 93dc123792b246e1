import Postgres
package import Vault

extension SecondFactor {
    /// Whether half a session is alive.
    package func isAwaited(_ half: SecretToken) async throws -> Bool {
        let rows = try await database.auth.fetch(
            Query<Single<IdentityID>>("SELECT identity_id FROM auth_half_session(\(Self.blob(half)))"))
        return !rows.isEmpty
    }

    /// Makes half a session a whole one with the right code.
    /// - Parameters:
    ///   - half: what the right password gave.
    ///   - device: what the browser kept from a sign-in before.
    ///   - agent: what the browser says it is.
    package func complete(
        _ half: SecretToken, code: TypedCode, device: SecretToken?, agent: String
    ) async throws -> SignInOutcome {
        let checked = try await codes.check(code, of: .half(half), device: device)
        var known: SecretToken?
        switch checked {
        case .wrong: return .wrong
        case .throttled(let seconds): return .throttled(seconds: seconds)
        case .time(_, let isKnownDevice): known = isKnownDevice ? device : nil
        case .recovery: break
        }
        // What a browser brings that is not known is not taken over: somebody else may have put it there.
        let (session, device) = (SecretToken(), known ?? SecretToken())
        let (step, recovery) = checked.spending
        let browser = SignInAttempt.shown(agent)
        let isOpen = try await database.auth.fetch(
            Query<Single<Bool>>(
                """
                SELECT auth_complete_code(\(Self.blob(half)), \(step), \(recovery), \(Self.blob(session)),
                    \(Self.blob(device)), \(browser))
                """))
        return isOpen.first?.value == true ? .opened(session: session, device: device) : .wrong
    }
}
