import Companies
import Foundation
import Postgres
import Vault

/// The stored secrets of a company in one table. Internal on purpose: outside this target nobody handles a ciphertext.
struct SecretQueries {
    let transaction: CompanyTransaction
    var table = SecretTable.connections

    /// Lets a rotation wait until nobody is about to write under a key, or read under one, that it wants to retire.
    static func hold(_ company: CompanyID) -> Query<Ignored> {
        Query("SELECT pg_advisory_xact_lock_shared(\(lock(company)))")
    }

    /// Waits until everybody who held the company's lock has ended. Gives way after a fifth of a second, since whoever
    /// comes meanwhile stands behind it.
    func waitForHolders() async throws {
        try await transaction.execute("SELECT set_config('lock_timeout', '200ms', true)")
        try await transaction.execute("SELECT pg_advisory_xact_lock(\(Self.lock(transaction.company)))")
    }

    private static func lock(_ company: CompanyID) -> SQL {
        "hashtextextended(\("tidemark.vault " + company.description), 0)"
    }

    /// To be asked before anything is written or removed. A company that has secrets and no key is one whose folder is
    /// not mounted, or lost: a new key there would be hidden, or hide the loss.
    /// - Throws: `VaultProblem.keysMissing`.
    func checkKeys(_ vault: SecretVault) async throws {
        guard try !vault.keys.hasKey(of: transaction.company.rawValue) else { return }
        for table in SecretTable.allCases {
            let rows = try await transaction.fetch(
                Query<Single<Bool>>(
                    "SELECT EXISTS (SELECT FROM \(table.name) WHERE company_id = \(transaction.company))"))
            if rows.first?.value == true { throw VaultProblem.keysMissing }
        }
    }

    /// Seals and writes secrets; what was there under the same name is overwritten.
    func write(
        _ secrets: [SecretField: SecretBytes], of owner: UUID, purpose: SecretPurpose,
        by person: IdentityID?, at moment: Date, vault: SecretVault
    ) async throws {
        // Before the key is chosen: from here on it stays in use until this transaction has ended.
        _ = try await transaction.fetch(Self.hold(transaction.company))
        for (field, secret) in secrets.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let place = SecretRow.place(
                transaction.company, table, owner, field: field.rawValue, purpose: purpose.rawValue)
            let sealed = try vault.seal(secret, for: place)
            try await transaction.execute(
                """
                INSERT INTO \(table.name) (company_id, \(table.owner), field, purpose, format, company_key_id,
                    data_key_id, key_commitment, sealed_data_key, ciphertext, written_at, written_by)
                VALUES (\(transaction.company), \(owner), \(field.rawValue), \(purpose.rawValue),
                    \(SealedSecret.format), \(sealed.companyKey.rawValue), \(sealed.dataKey),
                    \(Blob(sealed.commitment ?? [])), \(Blob(sealed.sealedDataKey)), \(Blob(sealed.ciphertext)),
                    \(moment), \(person))
                ON CONFLICT (company_id, \(table.owner), purpose, field) DO UPDATE SET format = excluded.format,
                    company_key_id = excluded.company_key_id, data_key_id = excluded.data_key_id,
                    key_commitment = excluded.key_commitment, sealed_data_key = excluded.sealed_data_key,
                    ciphertext = excluded.ciphertext, written_at = excluded.written_at, written_by = excluded.written_by
                """)
        }
    }

    /// The stored secrets of a row, still sealed, each with the key it needs. The lock is held while row and key file are read, so
    /// that no rotation comes between the two.
    /// - Throws: `VaultProblem.cannotOpen`.
    func release(of owner: UUID, purpose: SecretPurpose, vault: SecretVault) async throws -> ReleasedSecrets {
        let (_, rows) = try await transaction.fetch(
            Self.hold(transaction.company),
            Query<SecretRow>(
                """
                SELECT \(SecretRow.columns(of: table)) FROM \(table.name) WHERE company_id = \(transaction.company)
                    AND \(table.owner) = \(owner) AND purpose = \(purpose.rawValue) ORDER BY field
                """))
        return try ReleasedSecrets(rows, of: transaction.company, table, vault: vault)
    }

    /// Removes all secrets of the company for good.
    func removeAll() async throws {
        for table in SecretTable.allCases {
            try await transaction.execute("DELETE FROM \(table.name) WHERE company_id = \(transaction.company)")
        }
    }

    /// Removes secrets for good.
    /// - Parameter purpose: nil for all of the row.
    func remove(of owner: UUID, purpose: SecretPurpose?) async throws {
        try await transaction.execute(
            """
            DELETE FROM \(table.name) WHERE company_id = \(transaction.company) AND \(table.owner) = \(owner)
                AND (\(purpose?.rawValue)::text IS NULL OR purpose = \(purpose?.rawValue))
            """)
    }
}

extension SecretTable {
    var name: SQL {
        switch self {
        case .connections: "connection_secrets"
        case .alertChannels: "alert_channel_secrets"
        }
    }

    /// The column with the id of the row that the secrets belong to.
    var owner: SQL {
        switch self {
        case .connections: "connection_id"
        case .alertChannels: "channel_id"
        }
    }
}
