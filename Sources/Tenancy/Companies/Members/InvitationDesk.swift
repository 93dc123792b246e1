import Foundation
import Postgres
package import Vault

/// What whoever has the link of an invitation can do with it.
package struct InvitationDesk: Sendable {
    private let database: CompanyDatabase
    private let hashing: HashingPool

    package init(database: CompanyDatabase, hashing: HashingPool) {
        self.database = database
        self.hashing = hashing
    }

    /// The invitation of a link; nil when it is of no use (any more): used, withdrawn, too old, or from somebody who may not invite.
    package func invitation(of token: SecretToken) async throws -> OfferedInvitation? {
        try await database.auth.fetch(
            Query<OfferedInvitation>(
                """
                SELECT company_name, email, role, inviter, is_known FROM auth_invitation(\(Blob(token.hash.bytes)))
                """)
        ).first
    }

    /// The person of a session joins and goes on in the company.
    /// - Returns: the company; nil when the link is of no use (any more), or is for another address than theirs.
    package func accept(_ token: SecretToken, with session: SecretToken) async throws -> CompanyID? {
        try await database.auth.fetch(
            Query<SingleOptional<CompanyID>>(
                "SELECT auth_accept_invitation(\(Blob(token.hash.bytes)), \(Blob(session.hash.bytes)))")
        ).first?.value
    }

    /// Somebody new joins: the address is that of the invitation.
    /// - Returns: the company; nil when the link is of no use (any more), or somebody has the address by now.
    /// - Throws: `HashingError.busy` when too many passwords wait; then nothing has changed.
    package func join(
        _ token: SecretToken, name: String, password: Password, identity: IdentityID = IdentityID(rawValue: UUID())
    ) async throws -> CompanyID? {
        let hash = try await hashing.hash(password)
        return try await database.auth.fetch(
            Query<SingleOptional<CompanyID>>(
                """
                SELECT auth_join_by_invitation(\(Blob(token.hash.bytes)), \(identity), \(name), \(hash))
                """)
        ).first?.value
    }
}
