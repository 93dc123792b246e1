package import Foundation
import Glibc

/// The rotation of company keys that is under way, kept beside the keys so that one that was killed goes on as the
/// same.
package struct RotationRecord: Sendable, Codable {
    package let rotation: UUID
    package let startedAt: Date

    private static let name = "rotation.json"

    private static func path(_ directory: CompanyKeyDirectory) -> String { directory.path + "/" + name }

    /// The rotation that has not ended; nil when there is none.
    package static func unfinished(in directory: CompanyKeyDirectory) throws(VaultProblem) -> RotationRecord? {
        let text: SecretBytes
        do {
            text = try PrivateFile.read(path(directory))
        } catch {
            guard case .unreadable(_, ENOENT) = error else { throw error }
            return nil
        }
        guard let record = try? JSONDecoder().decode(RotationRecord.self, from: text.withBytes { Data($0) }) else {
            throw .damagedKeyFile(path(directory))
        }
        return record
    }

    /// The rotation that has not ended, or a new one that is written down before it begins.
    package static func begin(in directory: CompanyKeyDirectory, at moment: Date) throws(VaultProblem) -> RotationRecord
    {
        if let unfinished = try unfinished(in: directory) { return unfinished }
        let record = RotationRecord(rotation: UUID(), startedAt: moment)
        guard let data = try? JSONEncoder().encode(record) else { throw .unwritable(path(directory), EINVAL) }
        try PrivateFile.write(Array(data), to: path(directory), replaces: true)
        return record
    }

    /// The rotation has done everything.
    package static func end(in directory: CompanyKeyDirectory) throws(VaultProblem) {
        try PrivateFile.remove(path(directory))
    }
}
