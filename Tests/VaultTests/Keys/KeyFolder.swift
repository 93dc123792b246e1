import Foundation
import Vault

/// A folder for one test, with a root key in memory and the keys of companies on disk.
final class KeyFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("tidemark-keys-\(UUID())").path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var directory: CompanyKeyDirectory { CompanyKeyDirectory(path: path) }

    /// A root key of random digits.
    static func rootKey() throws -> RootKey {
        try RootKey(text: SecretBytes(copying: hex(randomBytes(32))), from: "the test")
    }

    func ring(_ current: RootKey, others: [RootKey] = []) -> CompanyKeyRing {
        CompanyKeyRing(roots: RootKeys(current: current, others: others), directory: directory)
    }

    /// A vault with a new root key.
    func vault() throws -> SecretVault { SecretVault(keys: ring(try Self.rootKey())) }

    /// Writes a file with a mode.
    func write(_ text: String, _ name: String, mode: Int) throws -> String {
        let file = path + "/" + name
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
        return file
    }
}
