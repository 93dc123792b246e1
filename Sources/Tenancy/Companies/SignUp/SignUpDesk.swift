package import Foundation
import Postgres
package import Vault

/// Making a company of one's own. Nothing is made before the address is confirmed, with the link in a mail and the password that
/// was chosen: within 24 hours, once, and with ten tries at most.
package struct SignUpDesk: Sendable {
    private let database: CompanyDatabase
    private let hashing: HashingPool

    package init(database: CompanyDatabase, hashing: HashingPool) {
        self.database = database
        self.hashing = hashing
    }

    /// Keeps what somebody typed. The same work for known and unknown addresses.
    /// - Returns: what the mail is about.
    /// - Throws: `HashingError.busy` when too many passwords wait; then nothing is kept.
    package func begin(
        email: String, company: String, person: String, password: Password, id: UUID = UUID()
    ) async throws -> UUID {
        let hash = try await hashing.hash(password)
        _ = try await database.auth.fetch(
            Query<Ignored>("SELECT auth_begin_sign_up(\(id), \(email), \(company), \(person), \(hash))"))
        return id
    }

    /// Makes the token of the link to confirm with; the one before ends.
    /// - Returns: whether somebody has the address already, so that there is nothing to confirm, and the token; nil when it is over.
    package static func mint(_ id: UUID, in database: CompanyDatabase) async throws -> (
        isKnown: Bool, token: SecretToken
    )? {
        let token = SecretToken()
        let rows = try await database.auth.fetch(
            Query<Single<Bool>>("SELECT is_known FROM auth_mint_sign_up(\(id), \(Blob(token.hash.bytes)))"))
        return rows.first.map { ($0.value, token) }
    }

    /// What a link confirms; nil when it is of no use (any more).
    package func pending(_ token: SecretToken) async throws -> PendingSignUp? {
        try await database.auth.fetch(
            Query<PendingSignUp>("SELECT email, company_name FROM auth_sign_up(\(Blob(token.hash.bytes)))")
        ).first
    }

    /// Makes company, person and membership as owner.
    /// - Parameters:
    ///   - currency: ISO 4217, what the company counts in until an owner says otherwise.
    ///   - timeZone: IANA name of the zone of its days, likewise.
    /// - Throws: `HashingError.busy` when too many passwords wait; then nothing has changed but the count of tries.
    package func complete(
        _ token: SecretToken, password: Password, currency: String = "USD", timeZone: String = "UTC",
        company: CompanyID = CompanyID(rawValue: UUID()), person: IdentityID = IdentityID(rawValue: UUID())
    ) async throws -> SignUpOutcome {
        let presented = Blob(token.hash.bytes)
        guard let pending = try await pending(token) else { return .dead }
        let tried = try await database.auth.fetch(
            Query<Single<String>>("SELECT password_hash FROM auth_try_sign_up(\(presented))"))
        guard let hash = tried.first?.value else { return .dead }
        guard try await hashing.verify(password, against: hash) else { return .wrong }
        let rows = try await database.auth.fetch(
            Query<Single<Bool>>(
                """
                SELECT auth_complete_sign_up(\(presented), \(company), \(person),
                    \(CompanySlug.made(of: pending.company)), \(currency), \(timeZone))
                """))
        return rows.first?.value == true ? .made(company) : .dead
    }
}
