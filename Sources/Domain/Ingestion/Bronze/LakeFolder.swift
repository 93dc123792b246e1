package import Foundation
import Vault

/// The lake as a folder of this machine. A file appears in it whole or not at all, and is on disk before anybody hears of it.
package struct LakeFolder: LakeStorage {
    private let root: URL

    /// - Parameter path: made when it is not there.
    package init(path: String) { root = URL(fileURLWithPath: path, isDirectory: true) }

    /// Where a file of the lake lies.
    package func url(_ path: String) -> URL { root.appendingPathComponent(path) }

    /// Where copies of a bucket's files lie.
    var copies: URL { root.appendingPathComponent(".copies", isDirectory: true) }

    package func workplace() throws -> URL {
        let folder = root.appendingPathComponent(".work/\(UUID().uuidString.lowercased())", isDirectory: true)
        try PrivateFile.makeFolders(folder.path)
        return folder
    }

    package func clear(before moment: Date) {
        let work = root.appendingPathComponent(".work", isDirectory: true)
        let left = (try? FileManager.default.contentsOfDirectory(atPath: work.path)) ?? []
        for name in left {
            let folder = work.appendingPathComponent(name)
            let made = try? FileManager.default.attributesOfItem(atPath: folder.path)[.modificationDate] as? Date
            if let made, made < moment { try? FileManager.default.removeItem(at: folder) }
        }
    }

    /// Moves the file to its place.
    package func put(_ file: URL, as written: WrittenFile) throws {
        let place = url(written.path)
        let folder = place.deletingLastPathComponent()
        try PrivateFile.makeFolders(folder.path)
        try Self.flush(file.path)
        guard rename(file.path, place.path) == 0 else {
            throw LakeProblem(number: errno)
        }
        try Self.flush(folder.path)
    }

    package func lend<Answer>(
        _ file: WrittenFile, _ body: (URL) async throws -> Answer
    ) async throws -> Answer? {
        let place = url(file.path)
        guard FileManager.default.fileExists(atPath: place.path) else { return nil }
        return try await body(place)
    }

    package func remove(_ path: String) throws {
        guard unlink(url(path).path) == 0 || errno == ENOENT else {
            throw LakeProblem(number: errno)
        }
    }

    private static func flush(_ path: String) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw LakeProblem(number: errno) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw LakeProblem(number: errno) }
    }
}
