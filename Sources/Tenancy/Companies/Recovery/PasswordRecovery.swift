import Postgres
package import Vault

/// Setting a new password with a link that was mailed. A link is good for 30 minutes and one use, is the person's only one, and
/// is of no use once their address or password has changed.
package struct PasswordRecovery: Sendable {
    private let database: CompanyDatabase
    private let hashing: HashingPool

    package init(database: CompanyDatabase, hashing: HashingPool) {
        self.database = database
        self.hashing = hashing
    }

    /// Makes a link's token for whoever has an address; earlier ones of that person end.
    /// - Returns: what to call the person, and the token; nil if nobody has the address.
    package static func mint(for address: String, in database: CompanyDatabase) async throws -> (
        name: String, token: SecretToken
    )? {
        let token = SecretToken()
        let rows = try await database.auth.fetch(
            Query<Single<String>>("SELECT display_name FROM auth_mint_reset(\(address), \(Blob(token.hash.bytes)))"))
        return rows.first.map { ($0.value, token) }
    }

    /// Whose link it is; nil for one that is of no use (any more).
    package func person(of token: SecretToken) async throws -> RecoveringPerson? {
        try await database.auth.fetch(
            Query<RecoveringPerson>(
                "SELECT display_name, email, companies FROM auth_reset_person(\(Blob(token.hash.bytes)))")
        ).first
    }

    /// Sets a new password, once. All sessions of the person end and no browser is known any more.
    /// - Returns: false when the link is of no use (any more).
    /// - Throws: `HashingError.busy` when too many passwords wait; then nothing has changed.
    package func reset(_ token: SecretToken, to password: Password) async throws -> Bool {
        let hash = try await hashing.hash(password)
        return try await database.auth.fetch(
            Query<Single<Bool>>("SELECT auth_reset_password(\(Blob(token.hash.bytes)), \(hash))")
        ).first?.value == true
    }
}
