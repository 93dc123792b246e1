package import Companies
package import Foundation
import Postgres
package import Vault

/// A company's connections, as its admins look after them: add, replace, revoke, list.
///
/// Nothing here opens a secret; that is `CredentialUseQueries`, which pages do not have. There is no way to show a
/// stored secret to anybody.
package struct ConnectionQueries: Sendable {
    let transaction: CompanyTransaction
    let vault: SecretVault
    let person: IdentityID

    /// - Parameters:
    ///   - transaction: whose company it is about.
    ///   - person: who acts.
    package init(transaction: CompanyTransaction, vault: SecretVault, person: IdentityID) {
        self.transaction = transaction
        self.vault = vault
        self.person = person
    }

    /// Connects a source.
    /// - Throws: `ConnectionProblem.nameTaken`, `VaultProblem`.
    package func add(_ new: NewConnection, at moment: Date) async throws -> ConnectionID {
        try await secrets.checkKeys(vault)
        let id = ConnectionID()
        let confirmation = try await confirm(new.source.rawValue, new.confirmation, at: moment)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let settings = String(decoding: try encoder.encode(new.settings), as: UTF8.self)
        do {
            try await transaction.execute(
                """
                INSERT INTO connections (company_id, connection_id, source, name, settings, confirmation_id, created_at,
                    created_by)
                VALUES (\(transaction.company), \(id.rawValue), \(new.source.rawValue), \(new.name), \(settings),
                    \(confirmation), \(moment), \(person))
                """)
        } catch let error as DatabaseError where error.constraint == "connections_name" {
            throw ConnectionProblem.nameTaken(new.name)
        }
        try await secrets.write(
            new.credentials, of: id.rawValue, purpose: .credential, by: person, at: moment, vault: vault)
        try await record(.connectionAdded, id, new.source.rawValue, confirmed: new.confirmation)
        return id
    }

    /// Puts other credentials in the place of all there were. The session that was made with those is removed, and the
    /// health is unknown again.
    /// - Parameter confirmation: the company's confirmation to today's text.
    /// - Throws: `ConnectionProblem.unknown`, `.noSecret`, `VaultProblem`.
    package func replace(
        _ id: ConnectionID, credentials: [SecretField: SecretBytes], confirmation: UseConfirmation, at moment: Date
    ) async throws {
        try NewConnection.check(credentials)
        let source = try await lock(id)
        try await secrets.checkKeys(vault)
        let confirmed = confirmation
        let confirmation = try await confirm(source, confirmed, at: moment)
        try await secrets.remove(of: id.rawValue, purpose: nil)
        try await secrets.write(
            credentials, of: id.rawValue, purpose: .credential, by: person, at: moment, vault: vault)
        try await transaction.execute(
            """
            UPDATE connections SET confirmation_id = \(confirmation), health = 'untested', health_note = NULL,
                checked_at = NULL, expires_at = NULL
            WHERE company_id = \(transaction.company) AND connection_id = \(id.rawValue)
            """)
        try await record(.connectionReplaced, id, source, confirmed: confirmed)
    }

    /// Ends a connection: its secrets are removed, nothing uses it any more. What it was and how it was used stays on
    /// record.
    /// - Throws: `ConnectionProblem.unknown`.
    package func revoke(_ id: ConnectionID, at moment: Date) async throws {
        let source = try await lock(id)
        try await secrets.remove(of: id.rawValue, purpose: nil)
        try await transaction.execute(
            """
            UPDATE connections SET revoked_at = \(moment), revoked_by = \(person), expires_at = NULL
            WHERE company_id = \(transaction.company) AND connection_id = \(id.rawValue)
            """)
        try await record(.connectionRevoked, id, source)
    }

    /// Removes every stored secret of the company, for when its keys have been destroyed. The connections stay and wait
    /// for other credentials.
    package static func removeAllSecrets(in transaction: CompanyTransaction) async throws {
        try await SecretQueries(transaction: transaction).removeAll()
    }

    /// The company's connections, newest first, without secrets.
    package static func list(
        in transaction: CompanyTransaction, withRevoked: Bool = false
    ) async throws -> [ConnectionRow] {
        try await transaction.fetch(ConnectionRow.all(of: transaction.company, withRevoked: withRevoked))
    }

    /// One connection, without secrets; nil for another company's, which is the same as none.
    package static func find(_ id: ConnectionID, in transaction: CompanyTransaction) async throws -> ConnectionRow? {
        try await transaction.fetch(ConnectionRow.all(of: transaction.company, only: id, withRevoked: true)).first
    }

    /// Uses of a connection's secrets, newest first.
    package static func uses(
        of id: ConnectionID, in transaction: CompanyTransaction, limit: Int = 100
    ) async throws -> [VaultUseRow] {
        try await transaction.fetch(VaultUseRow.newest(of: id, in: transaction.company, limit: limit))
    }

    private func record(
        _ action: AuditAction, _ id: ConnectionID, _ source: String, confirmed: UseConfirmation? = nil
    ) async throws {
        var facts = ["source": source]
        if let confirmed { facts["terms"] = "\(confirmed.textVersion)" }
        try await transaction.record(
            AuditEvent(action, by: .person(person), on: AuditSubject("connection", id), facts: facts))
    }

    private var secrets: SecretQueries { SecretQueries(transaction: transaction) }

    /// The source of a connection that is not revoked, locked against whoever changes it at the same time.
    private func lock(_ id: ConnectionID) async throws -> String {
        let rows = try await transaction.fetch(
            Query<Single<String>>(
                """
                SELECT source FROM connections WHERE company_id = \(transaction.company)
                    AND connection_id = \(id.rawValue) AND revoked_at IS NULL FOR UPDATE
                """))
        guard let row = rows.first else { throw ConnectionProblem.unknown }
        return row.value
    }

    private func confirm(_ source: String, _ confirmation: UseConfirmation, at moment: Date) async throws -> UUID {
        let id = UUID()
        try await transaction.execute(
            """
            INSERT INTO connection_confirmations (company_id, confirmation_id, source, confirmed_by, confirmed_at,
                text_version)
            VALUES (\(transaction.company), \(id), \(source), \(person), \(moment), \(confirmation.textVersion))
            """)
        return id
    }
}
