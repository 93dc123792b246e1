import Foundation
import Synchronization
import Telemetry
import Vault

/// Copies of a bucket's files that lie on this machine for reading. A run is read a few answers at a time, and its bytes may lie in
/// the files of others, so each is fetched once; beyond a bound of bytes, the one that was not read for longest goes.
final class LakeCopies: Sendable {
    /// A copy that is being read. It stays where it is until it is given back.
    struct Lease: Sendable {
        let place: URL
        fileprivate let name: String
        fileprivate let folder: LeasedFolder
    }

    private struct Copy {
        let bytes: Int
        var readers = 0
        /// When it was last asked for, counted up.
        var turn = 0
        var askedAt = Date.distantPast
        /// What it is a copy of was removed.
        var isForgotten = false
    }

    private struct State {
        var folder: LeasedFolder?
        var copies: [String: Copy] = [:]
        var turn = 0
    }

    /// Bytes of copies that nobody reads.
    static let mostBytes = 2 << 30

    private let parent: URL
    private let most: Int
    private let state = Mutex(State())
    private let flights = SingleFlight<String>()

    /// - Parameter desk: whose folder they lie in.
    init(desk: LakeFolder, most: Int = LakeCopies.mostBytes) {
        parent = desk.copies
        self.most = most
    }

    /// A copy to read, until it is given back.
    /// - Parameter fetch: writes the file to a place. Of those who ask for one file at once, one fetches it.
    func take(_ file: WrittenFile, fetch: (URL) async throws -> Void) async throws -> Lease {
        let name = Self.name(file)
        while true {
            let lease: Lease? = try await flights.run(name) { () async throws -> Lease in
                if let lease = state.withLock({ Self.find(name, &$0) }) { return lease }
                return try await bring(name, bytes: file.fileBytes, fetch)
            }
            if let lease { return lease }
        }
    }

    func giveBack(_ lease: Lease) {
        state.withLock { state in
            // Nobody counts the readers of a folder that was cleared away.
            if state.folder === lease.folder { state.copies[lease.name]?.readers -= 1 }
            Self.makeRoom(most, &state)
        }
    }

    // MARK: - Letting go

    /// Removes the copies of a file that is no more; one that is being read goes with its last reader.
    func forget(_ path: String) {
        let mark = Self.mark(path)
        state.withLock { state in
            for name in state.copies.keys.filter({ $0.hasSuffix(mark) }) { state.copies[name]?.isForgotten = true }
            Self.makeRoom(most, &state)
        }
    }

    /// Removes the copies of processes that are gone, and of ours those that nobody has asked for since a moment: somebody else may
    /// have removed what they are copies of.
    func clear(before moment: Date) {
        LeasedFolder.clear(parent)
        state.withLock { state in
            for (name, copy) in state.copies where copy.askedAt < moment { state.copies[name]?.isForgotten = true }
            Self.makeRoom(most, &state)
        }
    }

    private static func makeRoom(_ most: Int, _ state: inout State) {
        guard let folder = state.folder else { return }
        var bytes = state.copies.values.reduce(0) { $0 + $1.bytes }
        for (name, copy) in state.copies.filter({ $0.value.readers == 0 }).sorted(by: { $0.value.turn < $1.value.turn })
        where copy.isForgotten || bytes > most {
            try? FileManager.default.removeItem(at: folder.url.appendingPathComponent(name))
            state.copies[name] = nil
            bytes -= copy.bytes
        }
    }

    // MARK: - One copy

    /// By what is in it, so that a copy is never an older file, and by where the file lies, so that no company reads another's.
    private static func name(_ file: WrittenFile) -> String { HexDigits.text(file.hash) + mark(file.path) }

    private static func mark(_ path: String) -> String { "-" + HexDigits.text(sha256(Array(path.utf8))) }

    private static func find(_ name: String, _ state: inout State) -> Lease? {
        guard let folder = state.folder, state.copies[name] != nil else { return nil }
        let place = folder.url.appendingPathComponent(name)
        guard FileManager.default.fileExists(atPath: place.path) else { return nil }
        return lend(name, in: folder, &state)
    }

    private func bring(_ name: String, bytes: Int, _ fetch: (URL) async throws -> Void) async throws -> Lease {
        let folder = try state.withLock { try Self.home(&$0, parent) }
        let fresh = folder.url.appendingPathComponent(UUID().uuidString.lowercased())
        do {
            try await fetch(fresh)
        } catch {
            try? FileManager.default.removeItem(at: fresh)
            throw error
        }
        return try state.withLock { state in
            guard rename(fresh.path, folder.url.appendingPathComponent(name).path) == 0 else {
                throw LakeProblem(number: errno)
            }
            state.copies[name] = state.copies[name] ?? Copy(bytes: bytes)
            let lease = Self.lend(name, in: folder, &state)
            Self.makeRoom(most, &state)
            return lease
        }
    }

    private static func lend(_ name: String, in folder: LeasedFolder, _ state: inout State) -> Lease {
        state.turn += 1
        state.copies[name]?.turn = state.turn
        state.copies[name]?.readers += 1
        state.copies[name]?.askedAt = Date()
        return Lease(place: folder.url.appendingPathComponent(name), name: name, folder: folder)
    }

    /// The folder of this process's copies. One that somebody cleared away is made anew.
    private static func home(_ state: inout State, _ parent: URL) throws -> LeasedFolder {
        if let folder = state.folder, FileManager.default.fileExists(atPath: folder.url.path) { return folder }
        LeasedFolder.clear(parent)
        let folder = try LeasedFolder(in: parent)
        state.folder = folder
        state.copies = [:]
        return folder
    }
}
