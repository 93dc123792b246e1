package import Foundation
import Glibc

/// The folder of company keys: one folder per company, `0001.key` and so on in it, and in `retired/` those that no
/// stored secret needs any more. It is not in the database and must not be in the database's backups: a copy of the one
/// is worth nothing without the other.
package struct CompanyKeyDirectory: Sendable {
    package let path: String

    package init(path: String) { self.path = path }

    /// - Throws: `VaultProblem` when the folder is not there, or others may look into it.
    func check() throws(VaultProblem) { try PrivateFile.checkFolder(path) }

    /// Every company with a folder.
    package func companies() throws(VaultProblem) -> [UUID] {
        try names(in: path).compactMap(UUID.init(uuidString:)).sorted { $0.uuidString < $1.uuidString }
    }

    /// A company's keys in use, oldest first.
    package func keys(of company: UUID) throws(VaultProblem) -> [WrappedCompanyKey] {
        try keys(in: folder(company), of: company)
    }

    /// A company's keys that are kept for old backups only, oldest first.
    package func retiredKeys(of company: UUID) throws(VaultProblem) -> [WrappedCompanyKey] {
        try keys(in: retiredFolder(company), of: company)
    }

    /// Adds a key, unless its number is taken already.
    func add(_ key: WrappedCompanyKey) throws(VaultProblem) -> Bool {
        try PrivateFile.makeFolder(folder(key.company))
        return try write(key, to: file(key, in: folder(key.company)), replaces: false)
    }

    /// Puts a key in the place of the same key under another root key.
    func replace(_ key: WrappedCompanyKey, isRetired: Bool) throws(VaultProblem) {
        let folder = isRetired ? retiredFolder(key.company) : folder(key.company)
        _ = try write(key, to: file(key, in: folder), replaces: true)
    }

    /// Takes a key out of use. It stays readable for whoever puts back an old backup, and opens nothing until then.
    package func retire(_ key: WrappedCompanyKey) throws(VaultProblem) {
        let target = retiredFolder(key.company)
        try PrivateFile.makeFolder(target)
        try PrivateFile.move(file(key, in: folder(key.company)), to: file(key, in: target))
    }

    /// Destroys all keys of a company: nothing that was ever sealed for it opens again, in no copy of the database.
    /// - Returns: how many there were.
    package func shred(_ company: UUID) throws(VaultProblem) -> Int {
        var count = 0
        for folder in [retiredFolder(company), folder(company)] {
            for name in try names(in: folder) where !name.hasPrefix(Self.retired) {
                try PrivateFile.remove(folder + "/" + name)
                if name.hasSuffix(Self.ending) { count += 1 }
            }
            rmdir(folder)
        }
        return count
    }

    /// Removes what writes that were killed left behind.
    func sweep() throws(VaultProblem) {
        let companies = try companies()
        for folder in [path] + companies.flatMap({ [self.folder($0), retiredFolder($0)] }) {
            for name in try names(in: folder) where name.contains(PrivateFile.temporaryMark) {
                try PrivateFile.remove(folder + "/" + name)
            }
        }
    }

    private static let ending = ".key"
    private static let retired = "retired"

    private func folder(_ company: UUID) -> String { path + "/" + company.uuidString.lowercased() }

    private func retiredFolder(_ company: UUID) -> String { folder(company) + "/" + Self.retired }

    private func file(_ key: WrappedCompanyKey, in folder: String) -> String {
        let digits = String(key.number)
        return folder + "/" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + Self.ending
    }

    private func keys(in folder: String, of company: UUID) throws(VaultProblem) -> [WrappedCompanyKey] {
        var keys: [WrappedCompanyKey] = []
        for name in try names(in: folder) where name.hasSuffix(Self.ending) {
            let path = folder + "/" + name
            let text: SecretBytes
            do {
                text = try PrivateFile.read(path)
            } catch {
                guard case .unreadable(_, ENOENT) = error else { throw error }
                // A rotation has moved it since the folder was listed.
                continue
            }
            let data = text.withBytes { Data($0) }
            guard let key = try? Self.decoder.decode(WrappedCompanyKey.self, from: data), key.company == company,
                file(key, in: folder) == path
            else { throw .damagedKeyFile(path) }
            keys.append(key)
        }
        return keys.sorted { $0.number < $1.number }
    }

    private func write(_ key: WrappedCompanyKey, to path: String, replaces: Bool) throws(VaultProblem) -> Bool {
        guard var data = try? Self.encoder.encode(key) else { throw .unwritable(path, EINVAL) }
        data.append(UInt8(ascii: "\n"))
        return try PrivateFile.write(Array(data), to: path, replaces: replaces)
    }

    private func names(in folder: String) throws(VaultProblem) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch CocoaError.fileReadNoSuchFile, CocoaError.fileNoSuchFile {
            return []
        } catch {
            throw .unreadable(folder, EACCES)
        }
    }

    private static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return decoder
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return encoder
    }
}
