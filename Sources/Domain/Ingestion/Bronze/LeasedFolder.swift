import Foundation
import Glibc
import Vault

/// A folder of this process alone. The system keeps a lock on it for as long as the process lives, however it ends, so that others can
/// tell what somebody who was killed left behind from what is in use. It goes with its last user.
final class LeasedFolder: Sendable {
    let url: URL
    private let lock: Int32

    /// Makes a new one.
    /// - Parameter parent: the folder of its like; made when it is not there.
    init(in parent: URL) throws {
        (url, lock) = try Self.make(in: parent)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
        close(lock)
    }

    /// Removes those whose process is gone.
    static func clear(_ parent: URL) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? [] {
            let folder = parent.appendingPathComponent(name, isDirectory: true)
            guard let lock = try? take(folder) else { continue }
            try? FileManager.default.removeItem(at: folder)
            close(lock)
        }
    }

    private static func make(in parent: URL) throws -> (URL, Int32) {
        while true {
            let folder = parent.appendingPathComponent(UUID().uuidString.lowercased(), isDirectory: true)
            try PrivateFile.makeFolders(folder.path)
            guard let lock = try take(folder) else { continue }
            // Whoever clears may have come between; a name is never used twice, so what is there now is ours.
            if FileManager.default.fileExists(atPath: folder.path) { return (folder, lock) }
            close(lock)
        }
    }

    /// - Returns: a descriptor that holds the lock; nil when somebody else has it, or the folder is not there.
    private static func take(_ folder: URL) throws(LakeProblem) -> Int32? {
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw LakeProblem(number: errno)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let number = errno
            close(descriptor)
            if number == EWOULDBLOCK || number == EINTR { return nil }
            throw LakeProblem(number: number)
        }
        return descriptor
    }
}
