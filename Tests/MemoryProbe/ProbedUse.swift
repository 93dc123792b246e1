import Companies
import Connections
import Foundation
import TestSupport
import Vault

/// Twenty uses of a stored password, and where it is in memory meanwhile and afterwards.
struct ProbedUse: Sendable {
    let database: String
    let company: UUID
    let connection: UUID
    let keys: String
    let isWiping: Bool

    private static let mask: UInt8 = 0x5A

    /// - Returns: in how many places it was during the last use, and the most there were right after any use and at the
    ///   end.
    func run() async throws -> (during: Int, after: Int) {
        let variables = ProbeVariables.read()
        let root = try RootKeySource.text(SecretBytes(copying: variables.rootKey), name: "the test").read()
        let ring = CompanyKeyRing(roots: RootKeys(current: root), directory: CompanyKeyDirectory(path: keys))
        let vault = SecretVault(keys: ring, leavingPlaintextForATestToFind: !isWiping)
        let masked = variables.maskedSecret
        let (during, after) = try await TestDatabase(existing: database).open { database in
            let uses = CredentialUseQueries(database: database, vault: vault)
            var (during, after) = (0, 0)
            for _ in 0..<20 {
                during = try await uses.open(
                    ConnectionID(rawValue: connection), in: CompanyID(rawValue: company), .credential,
                    for: .job(UUID(), .signIn)
                ) { _, secrets in
                    guard let field = SecretField(rawValue: "password"), secrets[field] != nil else { return 0 }
                    return MemoryScan.count(masked, mask: Self.mask)
                }
                after = max(after, MemoryScan.count(masked, mask: Self.mask))
            }
            return (during, after)
        }
        return (during, max(after, MemoryScan.count(masked, mask: Self.mask)))
    }
}
