package import Foundation

/// The signing keys of an installation: files in `signing/` beside the company keys, with the same rules.
///
/// A key under a root key this process does not have is left out instead of being an error: what keys of before signed
/// lives for minutes, and whoever needs a key makes one. So nothing has to be done with them when the root key changes.
package struct SigningKeyFolder: Sendable {
    private static let ending = ".key"

    private let roots: RootKeys
    private let path: String

    package init(keys: CompanyKeyRing) {
        roots = keys.roots
        path = keys.directory.path + "/signing"
    }

    /// The keys there are, oldest first.
    /// - Throws: `VaultProblem` when others may read one, or a file is damaged.
    package func all() throws(VaultProblem) -> [SigningKey] {
        var keys: [SigningKey] = []
        for name in try names() where name.hasSuffix(Self.ending) {
            let file = path + "/" + name
            let text: SecretBytes
            do {
                text = try PrivateFile.read(file)
            } catch {
                // Somebody has removed it since the folder was listed.
                guard case .unreadable(_, ENOENT) = error else { throw error }
                continue
            }
            let decoder = JSONDecoder()
            decoder.dateDecodingStrategy = .iso8601
            guard let wrapped = try? decoder.decode(WrappedSigningKey.self, from: text.withBytes { Data($0) }),
                wrapped.id.uuidString.lowercased() + Self.ending == name
            else { throw .damagedKeyFile(file) }
            guard let root = try? roots.key(RootKeyID(rawValue: wrapped.rootKey)) else { continue }
            guard let key = wrapped.open(with: root) else { throw .damagedKeyFile(file) }
            keys.append(key)
        }
        return keys.sorted { ($0.madeAt, $0.id.uuidString) < ($1.madeAt, $1.id.uuidString) }
    }

    /// Adds a key, sealed under the current root key.
    package func add(_ secret: SecretBytes, at moment: Date) throws(VaultProblem) -> SigningKey {
        try PrivateFile.makeFolder(path)
        let key = SigningKey(
            id: UUID(), madeAt: Date(timeIntervalSince1970: moment.timeIntervalSince1970.rounded(.down)), secret: secret
        )
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        guard var data = try? encoder.encode(WrappedSigningKey(key, under: roots.current)) else {
            throw .unwritable(path, EINVAL)
        }
        data.append(UInt8(ascii: "\n"))
        try PrivateFile.write(Array(data), to: file(key.id), replaces: false)
        return key
    }

    /// Removes a key; one that is not there is fine.
    package func remove(_ id: UUID) throws(VaultProblem) { try PrivateFile.remove(file(id)) }

    private func file(_ id: UUID) -> String { path + "/" + id.uuidString.lowercased() + Self.ending }

    private func names() throws(VaultProblem) -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        try PrivateFile.checkFolder(path)
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        } catch {
            throw .unreadable(path, EACCES)
        }
    }
}
