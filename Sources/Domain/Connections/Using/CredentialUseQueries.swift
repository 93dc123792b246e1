package import Companies
package import Foundation
import Postgres
package import Vault

/// The one door through which secrets of connections are opened. Jobs and connectors have it; pages do not.
///
/// A use is written down and committed first. Only then is anything decrypted, lent to a closure, and wiped.
package struct CredentialUseQueries: Sendable {
    let database: CompanyDatabase
    let vault: SecretVault

    package init(database: CompanyDatabase, vault: SecretVault) {
        self.database = database
        self.vault = vault
    }

    /// Opens the stored secrets of a connection for the duration of `body`.
    /// - Parameters:
    ///   - purpose: which ones.
    ///   - claim: what must hold for this use, in the same transaction as its record; when it throws, nothing is
    ///     opened.
    ///   - body: gets the secrets; afterwards they are wiped, whether it kept them or not.
    /// - Throws: `ConnectionProblem.unknown` (another company's connection, a revoked one or none), `.notStored`,
    ///   `VaultProblem`; whatever the record could not be written for.
    package func open<Result: Sendable>(
        _ connection: ConnectionID, in company: CompanyID, _ purpose: SecretPurpose, for occasion: UseOccasion,
        claim: @Sendable (CompanyTransaction) async throws -> Void = { _ in },
        _ body: (ConnectionFacts, ConnectionSecrets) async throws -> Result
    ) async throws -> Result {
        let released = try await database.transaction(in: company) { transaction in
            try await claim(transaction)
            return try await release(connection, purpose, for: occasion, in: transaction)
        }
        // The record is on disk. Before this line there is no plaintext anywhere.
        return try await released.secrets.lend(vault) { try await body(released.facts, $0) }
    }

    /// Stores what a source gave for the credentials, in the transaction of whoever received it. It replaces what was
    /// there.
    /// - Parameters:
    ///   - connection: as it was opened; what was given for credentials that have been replaced since is refused.
    ///   - expiresAt: when the source lets it end; nil when it does not say.
    package func keepSession(
        _ session: [SecretField: SecretBytes], of connection: ConnectionFacts, expiresAt: Date?, at moment: Date,
        in transaction: CompanyTransaction
    ) async throws {
        try NewConnection.check(session)
        let secrets = SecretQueries(transaction: transaction)
        try await secrets.checkKeys(vault)
        let changed = try await transaction.execute(
            """
            UPDATE connections SET expires_at = \(expiresAt)
            WHERE \(Self.unchanged(connection, in: transaction))
            """)
        guard changed == 1 else { throw ConnectionProblem.unknown }
        try await secrets.remove(of: connection.id.rawValue, purpose: .session)
        try await secrets.write(
            session, of: connection.id.rawValue, purpose: .session, by: nil, at: moment, vault: vault)
    }

    /// Notes how a connection fared. Nothing is noted when its credentials have been replaced since it was opened.
    /// - Parameters:
    ///   - note: a sentence for the company's admins; cut after 400 characters. Never a secret.
    ///   - expiresAt: when the login ends, if the source said so; nil leaves what was known.
    package func note(
        _ health: ConnectionHealth, _ note: String?, expiresAt: Date? = nil, of connection: ConnectionFacts,
        at moment: Date, in transaction: CompanyTransaction
    ) async throws {
        let note = note.map { String(String.UnicodeScalarView($0.unicodeScalars.prefix(400))) }
        try await transaction.execute(
            """
            UPDATE connections SET health = \(health.rawValue), health_note = \(note), checked_at = \(moment),
                expires_at = coalesce(\(expiresAt), expires_at)
            WHERE \(Self.unchanged(connection, in: transaction))
            """)
    }

    /// Whether a row of connections is still the one that was opened.
    private static func unchanged(_ connection: ConnectionFacts, in transaction: CompanyTransaction) -> SQL {
        """
        company_id = \(transaction.company) AND connection_id = \(connection.id.rawValue)
            AND confirmation_id = \(connection.credentials) AND revoked_at IS NULL
        """
    }

    private func release(
        _ connection: ConnectionID, _ purpose: SecretPurpose, for occasion: UseOccasion,
        in transaction: CompanyTransaction
    ) async throws -> (facts: ConnectionFacts, secrets: ReleasedSecrets) {
        let company = transaction.company
        let found = try await transaction.fetch(
            Query<OpenedConnectionRow>(
                """
                SELECT source, settings, confirmation_id FROM connections WHERE company_id = \(company)
                    AND connection_id = \(connection.rawValue) AND revoked_at IS NULL
                """))
        guard let fact = found.first, let source = SourceCode(rawValue: fact.source) else {
            throw ConnectionProblem.unknown
        }
        let secrets = try await SecretQueries(transaction: transaction).release(
            of: connection.rawValue, purpose: purpose, vault: vault)
        guard !secrets.isEmpty else { throw ConnectionProblem.notStored }
        try await transaction.execute(
            """
            INSERT INTO vault_uses (company_id, use_id, connection_id, reason, fields, used_by, job_id, run_id,
                by_command)
            VALUES (\(company), \(UUID()), \(connection.rawValue), \(occasion.reason.rawValue), \(secrets.fields),
                \(occasion.person), \(occasion.job), \(occasion.run), \(occasion.isCommand))
            """)
        let facts = ConnectionFacts(
            company: company, id: connection, source: source, settings: fact.settings, credentials: fact.credentials)
        return (facts, secrets)
    }
}
