import Foundation
import Postgres
import Vault

/// Seals the seeds of second factors and opens them, under keys of the house.
struct SeedVault: Sendable {
    let database: CompanyDatabase
    let vault: SecretVault

    /// Lets a rotation of keys wait until nobody is about to write under a key, or read under one, that it wants to
    /// retire: the lock that stored logins use, of the house.
    private static var hold: SQL {
        "SELECT pg_advisory_xact_lock_shared(hashtextextended(\("tidemark.vault " + CompanyID.house.description), 0))"
    }

    /// Seals a seed for a person and writes it, in one transaction.
    /// - Parameter write: the statement that writes it, answering whether it did.
    /// - Throws: `VaultProblem`; `.keysMissing` when there are seeds and no key at all, since a folder that is not
    ///   mounted must not get a new key.
    func write(
        _ seed: TimeCodeSeed, of person: IdentityID, _ write: @Sendable (SealedSecret) -> Query<Single<Bool>>
    ) async throws -> Bool {
        if try !vault.keys.hasKey(of: CompanyID.house.rawValue),
            try await !SeedKeys(database: database).counts().isEmpty
        {
            throw VaultProblem.keysMissing
        }
        return try await database.auth.withConnection { connection in
            let unit = UnitOfWork(connection: connection, opening: [])
            return try await unit.run {
                // Before the key is chosen: from here on it stays in use until this transaction has ended.
                _ = try await unit.fetch(Query<Ignored>(Self.hold))
                let sealed = try vault.seal(seed.secret, for: SealedSeed.place(of: person))
                return try await unit.fetch(write(sealed)).first?.value == true
            }
        }
    }

    /// Reads rows with sealed seeds and takes the keys they need out of their files, in one transaction, so that a
    /// rotation may retire them afterwards.
    /// - Parameter seed: the sealed seed of a row, if it has one to be opened.
    func read<Row: RowDecodable & Sendable>(
        _ query: Query<Row>, seed: @Sendable (Row) -> SealedSecret?
    ) async throws -> (row: Row, key: WrappedCompanyKey?)? {
        try await database.auth.withConnection { connection in
            let unit = UnitOfWork(connection: connection, opening: [Self.hold])
            return try await unit.run {
                guard let row = try await unit.fetch(query).first else { return nil }
                let key = try seed(row).map { try vault.keys.wrapped($0.companyKey, of: CompanyID.house.rawValue) }
                return (row, key)
            }
        }
    }

    /// Opens a seed. The caller wipes it.
    /// - Throws: `VaultProblem.cannotOpen` whatever is wrong.
    func open(
        _ sealed: SealedSecret, of person: IdentityID, with key: WrappedCompanyKey
    ) throws(VaultProblem) -> TimeCodeSeed {
        let secret = try vault.open(sealed, of: SealedSeed.place(of: person), with: try vault.keys.open(key))
        guard let seed = TimeCodeSeed(bytes: secret) else {
            secret.wipe()
            throw .cannotOpen
        }
        return seed
    }
}
