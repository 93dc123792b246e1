import Foundation
import Postgres
package import Vault

/// The sealed seeds of second factors by the keys they are under, for a rotation of keys. Opens no seed.
package struct SeedKeys: Sendable {
    private let database: CompanyDatabase

    package init(database: CompanyDatabase) { self.database = database }

    /// How many seeds are sealed under which key of the house.
    package func counts() async throws -> [CompanyKeyID: Int] {
        let rows = try await database.auth.fetch(
            Query<Pair<UUID, Int>>("SELECT company_key_id, seeds FROM auth_seed_keys()"))
        return Dictionary(rows.map { (CompanyKeyID(rawValue: $0.first), $0.second) }) { first, _ in first }
    }

    /// Seals the data keys of a batch of seeds anew.
    /// - Parameters:
    ///   - old: the keys they may be under.
    ///   - new: the key they shall be under.
    ///   - cursor: where the batch before ended.
    ///   - limit: 1–1,000.
    /// - Returns: how many were written, whose seeds no key opens, and where to go on; nil at the end. A seed that was
    ///   replaced meanwhile is left alone.
    package func rewrap(
        from old: [CompanyKeyID: CompanyKey], to new: CompanyKey, vault: SecretVault, after cursor: IdentityID?,
        limit: Int
    ) async throws -> (count: Int, unreadable: [IdentityID], next: IdentityID?) {
        let rows = try await database.auth.fetch(
            Query<SealedSeed>(
                """
                SELECT identity_id, company_key_id, data_key_id, sealed_data_key, ciphertext
                FROM auth_seeds(\(new.id.rawValue), \(cursor), \(limit))
                """))
        var (count, unreadable) = (0, [IdentityID]())
        for row in rows {
            guard let key = old[row.sealed.companyKey],
                let sealed = try? vault.rewrap(row.sealed, of: SealedSeed.place(of: row.person), from: key, to: new)
            else {
                unreadable.append(row.person)
                continue
            }
            let isWritten = try await database.auth.fetch(
                Query<Single<Bool>>(
                    """
                    SELECT auth_rewrap_seed(\(row.person), \(row.sealed.dataKey), \(row.sealed.companyKey.rawValue),
                        \(new.id.rawValue), \(Blob(sealed.sealedDataKey)))
                    """))
            if isWritten.first?.value == true { count += 1 }
        }
        return (count, unreadable, rows.count < limit ? nil : rows.last?.person)
    }
}
