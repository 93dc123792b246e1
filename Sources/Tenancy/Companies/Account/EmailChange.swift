package import Foundation
import Postgres
package import Vault

/// Changing the address one signs in with. It holds once whoever reads the mail of the present address and whoever reads that of
/// the new one have both confirmed, within 24 hours. A person has one such wish at a time; a newer one ends the links of the older.
package struct EmailChange: Sendable {
    private let database: CompanyDatabase

    package init(database: CompanyDatabase) { self.database = database }

    /// Keeps the wish of somebody who proved within 15 minutes who they are.
    /// - Parameter email: in lower case.
    /// - Returns: the present address; nil when the session may not.
    package func begin(_ session: SecretToken, to email: String, id: UUID) async throws -> String? {
        try await database.auth.fetch(
            Query<Single<String>>(
                "SELECT old_email FROM auth_begin_email_change(\(Blob(session.hash.bytes)), \(id), \(email))")
        ).first?.value
    }

    /// What waits to be confirmed; nil if nothing does.
    package func pending(_ session: SecretToken) async throws -> PendingEmailChange? {
        try await database.auth.fetch(
            Query<PendingEmailChange>(
                """
                SELECT old_email, new_email, old_confirmed, new_confirmed, ends_at
                FROM auth_email_change(\(Blob(session.hash.bytes)))
                """)
        ).first
    }

    /// Takes the wish back.
    /// - Returns: whether there was one.
    package func withdraw(_ session: SecretToken) async throws -> Bool {
        try await database.auth.fetch(
            Query<Single<Bool>>("SELECT auth_withdraw_email_change(\(Blob(session.hash.bytes)))")
        ).first?.value == true
    }

    /// Makes the link's token for one of the two addresses; the one before ends. No link where somebody has the new address.
    /// - Returns: nil when the wish is over.
    package static func mint(_ id: UUID, for recipient: String, in database: CompanyDatabase) async throws
        -> (change: MintedEmailChange, token: SecretToken)?
    {
        let token = SecretToken()
        return try await database.auth.fetch(
            Query<MintedEmailChange>(
                """
                SELECT display_name, old_email, new_email, is_taken
                FROM auth_mint_email_change(\(id), \(recipient), \(Blob(token.hash.bytes)))
                """)
        ).first.map { ($0, token) }
    }

    /// What a link confirms; nil when it is of no use (any more).
    package func change(of link: SecretToken) async throws -> ConfirmableEmailChange? {
        try await database.auth.fetch(
            Query<ConfirmableEmailChange>(
                "SELECT old_email, new_email, is_new FROM auth_email_change_link(\(Blob(link.hash.bytes)))")
        ).first
    }

    /// Confirms for the address the link was mailed to.
    package func confirm(_ link: SecretToken) async throws -> EmailChangeOutcome {
        let rows = try await database.auth.fetch(
            Query<Single<String>>("SELECT auth_confirm_email_change(\(Blob(link.hash.bytes)))"))
        return rows.first.flatMap { EmailChangeOutcome(rawValue: $0.value) } ?? .dead
    }
}
