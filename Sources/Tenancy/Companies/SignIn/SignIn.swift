import Postgres
package import Vault

/// Signing in and out. Sessions live in the database; only the hash of a token is stored.
package struct SignIn: Sendable {
    private let database: CompanyDatabase
    private let hashing: HashingPool

    package init(database: CompanyDatabase, hashing: HashingPool) {
        self.database = database
        self.hashing = hashing
    }

    /// Counts the try, checks the password and opens a session with a new token, or half a session for a person with a
    /// second factor. An unknown address costs as much time as a known one and is slowed down like one.
    /// - Throws: `HashingError.busy` when too many sign-ins wait.
    package func open(_ attempt: SignInAttempt) async throws -> SignInOutcome {
        guard let password = try? Password(attempt.password) else { return .wrong }
        // Before anything is counted: what is not checked tells nobody anything, and a flood costs the database nothing.
        if hashing.isFull, try await !isKnownDevice(attempt), hashing.refuseIfFull() { throw HashingError.busy }
        guard let begun = try await begin(attempt) else { return .wrong }
        if begun.waitSeconds > 0 { return .throttled(seconds: begun.waitSeconds) }
        let isRight = try await hashing.verify(
            password, against: begun.known?.passwordHash, isFavoured: begun.isKnownDevice)
        guard isRight, let known = begun.known else { return .wrong }
        // What a browser brings that is not known is not taken over: somebody else may have put it there.
        let device = begun.isKnownDevice ? attempt.device ?? SecretToken() : SecretToken()
        let token = SecretToken()
        let isWhole = try await database.auth.fetch(
            Query<Single<Bool>>(
                """
                SELECT auth_complete_sign_in(\(known.identity), \(Self.blob(token.hash)), \(attempt.email),
                    \(Self.blob(device.hash)), \(begun.isKnownDevice), \(attempt.network), \(attempt.agent))
                """))
        // The person is signed in by now; what does not work here works the next time.
        if hashing.needsRehash(known.passwordHash), let hash = try? await hashing.hash(password) {
            _ = try? await database.auth.fetch(
                Query<Ignored>("SELECT auth_refresh_hash(\(known.identity), \(hash))"))
        }
        return isWhole.first?.value == true ? .opened(session: token, device: device) : .codeNeeded(half: token)
    }

    private func isKnownDevice(_ attempt: SignInAttempt) async throws -> Bool {
        guard let device = attempt.device else { return false }
        return try await database.auth.fetch(
            Query<Single<Bool>>("SELECT auth_knows_device(\(attempt.email), \(Self.blob(device.hash)))")
        ).first?.value == true
    }

    /// Counts a try.
    func begin(_ attempt: SignInAttempt) async throws -> BegunSignIn? {
        let presented = attempt.device.map { Self.blob($0.hash) }
        return try await database.auth.withConnection { connection in
            try await connection.fetch(
                Query<BegunSignIn>(
                    """
                    SELECT identity_id, password_hash, is_known_device, wait_seconds
                    FROM auth_begin_sign_in(\(attempt.email), \(presented), \(attempt.network))
                    """)
            ).first
        }
    }

    /// Checks the present password of the person of a session and sets a new one. All their other sessions end; this one
    /// goes on under the token that is answered.
    /// - Throws: `HashingError.busy` when too many sign-ins wait; then nothing has changed.
    package func changePassword(
        _ token: SecretToken, _ attempt: SignInAttempt, to password: Password
    ) async throws -> ConfirmOutcome {
        guard let begun = try await begin(attempt) else { return .wrong }
        if let refused = try await refusal(begun, attempt) { return refused }
        let hash = try await hashing.hash(password)
        let next = SecretToken()
        let isChanged = try await database.auth.fetch(
            Query<Single<Bool>>(
                "SELECT auth_change_password(\(Self.blob(token.hash)), \(Self.blob(next.hash)), \(hash))"))
        return isChanged.first?.value == true ? .confirmed(next) : .wrong
    }

    /// Why a try that was counted does not succeed; nil if it does.
    func refusal(_ begun: BegunSignIn, _ attempt: SignInAttempt) async throws -> ConfirmOutcome? {
        if begun.waitSeconds > 0 { return .throttled(seconds: begun.waitSeconds) }
        guard let password = try? Password(attempt.password) else { return .wrong }
        let isRight = try await hashing.verify(
            password, against: begun.known?.passwordHash, isFavoured: begun.isKnownDevice)
        return isRight ? nil : .wrong
    }

    /// Who presents this token, if the session is alive.
    package func session(of token: SecretToken) async throws -> Session? {
        let hash = Self.blob(token.hash)
        return try await database.auth.withConnection { connection in
            let rows = try await connection.fetch(
                Query<Session>(
                    """
                    SELECT identity_id, display_name, email, company_id, company_name, company_slug, home_currency,
                        time_zone, role, is_stale, data_version, staff_role, is_confirmed, lacks_second_factor,
                        open_alerts, platform_alerts
                    FROM auth_session(\(hash))
                    """))
            let session = rows.first
            if let session, session.isStale { try await connection.execute("SELECT auth_touch_session(\(hash))") }
            return session
        }
    }

    /// Ends a session at once, on every server.
    package func close(_ token: SecretToken) async throws {
        try await database.auth.withConnection { connection in
            _ = try await connection.execute("SELECT auth_end_session(\(Self.blob(token.hash)))")
        }
    }

    private static func blob(_ hash: TokenHash) -> Blob { Blob(hash.bytes) }
}
