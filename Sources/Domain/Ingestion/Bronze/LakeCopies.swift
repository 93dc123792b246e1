import Foundation
import Synchronization
import Telemetry

/// Copies of a bucket's files that lie on this machine for reading. A run is read a few answers at a time, and its bytes may lie in
/// the files of others, so each is fetched once; beyond a bound of bytes, the one that was not read for longest goes.
final class LakeCopies: Sendable {
    private struct Copy {
        let bytes: Int
        var readers = 0
        /// When it was last asked for, counted up.
        var turn = 0
    }

    private struct State {
        var folder: URL?
        /// By the hash of their bytes, so that a copy is never an older file.
        var copies: [String: Copy] = [:]
        var turn = 0
    }

    /// Bytes of copies that nobody reads.
    static let mostBytes = 2 << 30

    private let desk: LakeFolder
    private let most: Int
    private let state = Mutex(State())

    init(desk: LakeFolder, most: Int = LakeCopies.mostBytes) {
        self.desk = desk
        self.most = most
    }

    deinit {
        if let folder = state.withLock(\.folder) { try? FileManager.default.removeItem(at: folder) }
    }

    /// A copy to read, until it is given back.
    /// - Parameter fetch: writes the file to a place.
    func take(_ file: WrittenFile, fetch: (URL) async throws -> Void) async throws -> URL {
        let name = HexDigits.text(file.hash)
        if let copy = try state.withLock({ try Self.find(name, &$0, desk) }) { return copy }
        let fresh = try folder().appendingPathComponent(UUID().uuidString.lowercased())
        try await fetch(fresh)
        return try state.withLock { state in
            let place = try Self.home(&state, desk).appendingPathComponent(name)
            // Whoever fetched it meanwhile has the same bytes.
            guard rename(fresh.path, place.path) == 0 else {
                throw LakeProblem.cannotWrite(String(cString: strerror(errno)))
            }
            var copy = state.copies[name] ?? Copy(bytes: file.fileBytes)
            Self.lend(&copy, &state.turn)
            state.copies[name] = copy
            Self.makeRoom(most, &state)
            return place
        }
    }

    func giveBack(_ file: WrittenFile) {
        state.withLock { state in
            let name = HexDigits.text(file.hash)
            // None are counted any more once a folder was cleared away.
            if let copy = state.copies[name], copy.readers > 0 { state.copies[name]?.readers -= 1 }
            Self.makeRoom(most, &state)
        }
    }

    private func folder() throws -> URL { try state.withLock { try Self.home(&$0, desk) } }

    /// The folder of this process's copies. One that was idle for a day may have been cleared away.
    private static func home(_ state: inout State, _ desk: LakeFolder) throws -> URL {
        if let folder = state.folder, FileManager.default.fileExists(atPath: folder.path) { return folder }
        let folder = try desk.workplace()
        state.folder = folder
        state.copies = [:]
        return folder
    }

    private static func find(_ name: String, _ state: inout State, _ desk: LakeFolder) throws -> URL? {
        let folder = try home(&state, desk)
        let place = folder.appendingPathComponent(name)
        guard var copy = state.copies[name], FileManager.default.fileExists(atPath: place.path) else { return nil }
        lend(&copy, &state.turn)
        state.copies[name] = copy
        // It is in use, which whoever clears away looks for.
        try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: folder.path)
        return place
    }

    private static func lend(_ copy: inout Copy, _ turn: inout Int) {
        turn += 1
        copy.turn = turn
        copy.readers += 1
    }

    private static func makeRoom(_ most: Int, _ state: inout State) {
        guard let folder = state.folder else { return }
        var bytes = state.copies.values.reduce(0) { $0 + $1.bytes }
        for (name, copy) in state.copies.filter({ $0.value.readers == 0 }).sorted(by: { $0.value.turn < $1.value.turn })
        where bytes > most {
            try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
            state.copies[name] = nil
            bytes -= copy.bytes
        }
    }
}
