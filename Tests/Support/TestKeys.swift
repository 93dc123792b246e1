import Foundation
package import Vault

/// A folder of company keys for one test, under a root key of its own. Removed with the last reference.
package final class TestKeys: Sendable {
    package let folder: String
    /// 64 hexadecimal digits.
    package let rootKey: String

    package init() throws {
        rootKey = randomBytes(32).map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("tidemark-keys-\(UUID())").path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The vault of these keys.
    package func vault() throws -> SecretVault {
        let root = try RootKeySource.text(SecretBytes(copying: rootKey), name: "the test").read()
        return SecretVault(
            keys: CompanyKeyRing(roots: RootKeys(current: root), directory: CompanyKeyDirectory(path: folder)))
    }
}
