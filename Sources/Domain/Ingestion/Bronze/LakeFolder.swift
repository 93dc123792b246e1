package import Foundation

/// The lake as a folder of this machine. A file appears in it whole or not at all, and is on disk before anybody hears of it.
package struct LakeFolder: Sendable {
    private let root: URL

    /// - Parameter path: made when it is not there.
    package init(path: String) { root = URL(fileURLWithPath: path, isDirectory: true) }

    /// Where a file of the lake lies.
    package func url(_ path: String) -> URL { root.appendingPathComponent(path) }

    /// A new folder for what is being made; whoever asked removes it.
    func workplace() throws -> URL {
        let folder = root.appendingPathComponent(".work/\(UUID().uuidString.lowercased())", isDirectory: true)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return folder
    }

    /// Removes what was left by somebody who was killed while making something.
    func clear(before moment: Date) {
        let work = root.appendingPathComponent(".work", isDirectory: true)
        let left = (try? FileManager.default.contentsOfDirectory(atPath: work.path)) ?? []
        for name in left {
            let folder = work.appendingPathComponent(name)
            let made = try? FileManager.default.attributesOfItem(atPath: folder.path)[.modificationDate] as? Date
            if let made, made < moment { try? FileManager.default.removeItem(at: folder) }
        }
    }

    /// Moves a finished file to its place. What was there under its name is replaced.
    func put(_ file: URL, at path: String) throws {
        let place = url(path)
        let folder = place.deletingLastPathComponent()
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try Self.flush(file.path)
        guard rename(file.path, place.path) == 0 else {
            throw LakeProblem.cannotWrite(String(cString: strerror(errno)))
        }
        try Self.flush(folder.path)
    }

    func remove(_ path: String) throws {
        guard unlink(url(path).path) == 0 || errno == ENOENT else {
            throw LakeProblem.cannotWrite(String(cString: strerror(errno)))
        }
    }

    private static func flush(_ path: String) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw LakeProblem.cannotWrite(String(cString: strerror(errno))) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw LakeProblem.cannotWrite(String(cString: strerror(errno))) }
    }
}

/// What can go wrong with the lake, for a person to read.
package enum LakeProblem: Error, Sendable, Hashable, CustomStringConvertible {
    case cannotWrite(String)
    /// The program that writes and reads Parquet.
    case program(String)
    /// What was written is not what should have been.
    case notWhole(String)

    package var description: String {
        switch self {
        case .cannotWrite(let reason):
            "The lake cannot be written: \(reason). What was to be written is kept where it was."
        case .program(let reason): "DuckDB could not do it: \(reason)."
        case .notWhole(let what): "A file of the lake is not what was written: \(what)."
        }
    }
}
