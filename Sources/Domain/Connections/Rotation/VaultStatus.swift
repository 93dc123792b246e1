package import Companies
import Foundation
package import Vault

/// How the keys and the secrets stand to each other. Holds counts and ids, nothing secret.
package struct VaultStatus: Sendable {
    /// One company.
    package struct Line: Sendable, Hashable {
        package let slug: String
        package let keysInUse: Int
        package let retiredKeys: Int
        /// Keys that are sealed under another root key than the current one.
        package let keysOfOtherRoots: Int
        package let secrets: Int
        /// Secrets under an older key than the newest.
        package let olderSecrets: Int
        /// Secrets under a key that is not in use: nothing opens them.
        package let lostSecrets: Int
    }

    package let rootKey: RootKeyID
    package let isDevelopmentKey: Bool
    package let isRotating: Bool
    /// Companies with keys or secrets, by slug; the house last.
    package let companies: [Line]

    /// Looks at all companies, one after the other in its own scope.
    package static func read(_ database: CompanyDatabase, vault: SecretVault) async throws -> VaultStatus {
        let companies = try await database.system(reason: "vault status") { transaction in
            try await transaction.companies().map { ($0.id, $0.slug) }
        }
        var lines: [Line] = []
        for (company, slug) in companies + [(CompanyID.house, "house")] {
            let line = try await line(company, slug, database, vault)
            if line.keysInUse + line.retiredKeys + line.secrets > 0 { lines.append(line) }
        }
        return VaultStatus(
            rootKey: vault.keys.roots.current.id, isDevelopmentKey: vault.keys.roots.current.isDevelopment,
            isRotating: try RotationRecord.unfinished(in: vault.keys.directory) != nil, companies: lines)
    }

    private static func line(
        _ company: CompanyID, _ slug: String, _ database: CompanyDatabase, _ vault: SecretVault
    ) async throws -> Line {
        let directory = vault.keys.directory
        // Rows first: a key that is made meanwhile is in use, one that is retired meanwhile has no rows.
        var counts = try await database.transaction(in: company) { transaction in
            var counts: [CompanyKeyID: Int] = [:]
            for table in SecretTable.allCases {
                counts.merge(
                    try await RotationQueries(transaction: transaction, table: table).counts(), uniquingKeysWith: +)
            }
            return counts
        }
        // Seeds of second factors are under keys of the house.
        if company == .house { counts.merge(try await SeedKeys(database: database).counts(), uniquingKeysWith: +) }
        let inUse = try directory.keys(of: company.rawValue)
        let retired = try directory.retiredKeys(of: company.rawValue)
        let ids = Set(inUse.map(\.keyID))
        let current = inUse.last?.keyID
        return Line(
            slug: slug, keysInUse: inUse.count, retiredKeys: retired.count,
            keysOfOtherRoots: (inUse + retired).count { $0.rootKeyID != vault.keys.roots.current.id },
            secrets: counts.values.reduce(0, +),
            olderSecrets: counts.reduce(0) { $0 + (ids.contains($1.key) && $1.key != current ? $1.value : 0) },
            lostSecrets: counts.reduce(0) { $0 + (ids.contains($1.key) ? 0 : $1.value) })
    }
}
