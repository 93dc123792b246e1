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

    /// Checks a password and opens a session with a new token. An unknown address costs as much time as a known one.
    /// - Returns: the token for the cookie, `nil` when address and password do not belong together.
    /// - Throws: `HashingError.busy` when too many sign-ins wait.
    package func open(email: String, password: String) async throws -> SecretToken? {
        guard let password = try? Password(password) else { return nil }
        let email = email.trimmingPrefix { $0.isWhitespace }.lowercased()
        let known = try await database.auth.withConnection { connection in
            let rows = try await connection.fetch(
                Query<KnownIdentity>("SELECT identity_id, password_hash FROM auth_identity(\(email))"))
            return rows.first
        }
        guard try await hashing.verify(password, against: known?.passwordHash), let known else { return nil }
        let token = SecretToken()
        try await database.auth.withConnection { connection in
            _ = try await connection.execute(
                "SELECT auth_open_session(\(Self.blob(token.hash)), \(known.identity))")
        }
        if hashing.needsRehash(known.passwordHash) {
            let hash = try await hashing.hash(password)
            try await database.auth.withConnection { connection in
                _ = try await connection.execute("SELECT auth_refresh_hash(\(known.identity), \(hash))")
            }
        }
        return token
    }

    /// Who presents this token, if the session is alive.
    package func session(of token: SecretToken) async throws -> Session? {
        let hash = Self.blob(token.hash)
        return try await database.auth.withConnection { connection in
            let rows = try await connection.fetch(
                Query<Session>(
                    """
                    SELECT identity_id, display_name, email, company_id, company_name, company_slug, home_currency,
                        time_zone, role, is_stale, data_version, staff_role
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
}
