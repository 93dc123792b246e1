import Foundation
import Synchronization
import Testing

@testable import Vault

@Suite("Company keys")
struct CompanyKeyTests {
    private let folder: KeyFolder
    private let harbor = UUID()
    private let kestrel = UUID()

    init() throws { folder = try KeyFolder() }

    private struct Stopped: Error {}

    @Test("lie sealed in files for their owner alone, one folder per company")
    func files() throws {
        let ring = folder.ring(try KeyFolder.rootKey())
        let key = try ring.current(of: harbor)
        let other = try ring.current(of: kestrel)
        #expect(try ring.current(of: harbor).id == key.id)
        #expect(key.id != other.id)
        let path = folder.path + "/" + harbor.uuidString.lowercased()
        let modes = try [path, path + "/0001.key"].map {
            (try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? NSNumber)?.intValue
        }
        #expect(modes == [0o700, 0o600])
        let text = try String(contentsOfFile: path + "/0001.key", encoding: .utf8)
        key.secret.withBytes { bytes in
            #expect(!text.contains(hex(Array(bytes))))
            #expect(!text.contains(Base64URL.encode(Array(bytes))))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["0001.key"])
    }

    @Test("are made once, however many ask at the same time")
    func concurrently() async throws {
        let ring = folder.ring(try KeyFolder.rootKey())
        let ids = try await withThrowingTaskGroup(of: CompanyKeyID.self) { group in
            for _ in 0..<32 { group.addTask { [harbor] in try ring.current(of: harbor).id } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
        #expect(try folder.directory.keys(of: harbor).count == 1)
    }

    @Test("do not open in another company's folder, under another name or changed")
    func moved() throws {
        let ring = folder.ring(try KeyFolder.rootKey())
        _ = try ring.current(of: harbor)
        _ = try ring.current(of: kestrel)
        let own = folder.path + "/" + harbor.uuidString.lowercased()
        let others = folder.path + "/" + kestrel.uuidString.lowercased()
        try FileManager.default.copyItem(atPath: own + "/0001.key", toPath: others + "/0002.key")
        #expect(throws: VaultProblem.damagedKeyFile(others + "/0002.key")) { try ring.current(of: kestrel) }
        try FileManager.default.removeItem(atPath: others + "/0002.key")
        let text = try String(contentsOfFile: own + "/0001.key", encoding: .utf8)
        // A file that says it is the other company's does not open: the company is bound into the box.
        let forged = text.replacing(harbor.uuidString, with: kestrel.uuidString)
        _ = try folder.write(forged, kestrel.uuidString.lowercased() + "/0001.key", mode: 0o600)
        #expect(throws: VaultProblem.cannotOpen) { try ring.current(of: kestrel) }
        _ = try folder.write(text, harbor.uuidString.lowercased() + "/0001.key", mode: 0o644)
        #expect(throws: VaultProblem.openToOthers(own + "/0001.key")) { try ring.current(of: harbor) }
        _ = try folder.write(String(text.dropLast(40)), harbor.uuidString.lowercased() + "/0001.key", mode: 0o600)
        #expect(throws: VaultProblem.damagedKeyFile(own + "/0001.key")) { try ring.current(of: harbor) }
    }

    @Test("are renewed once per rotation, and a retired one opens nothing")
    func renewing() throws {
        let ring = folder.ring(try KeyFolder.rootKey())
        let first = try ring.current(of: harbor)
        let rotation = UUID()
        let second = try ring.renewed(of: harbor, by: rotation)
        #expect(try ring.renewed(of: harbor, by: rotation) == second)
        #expect(try ring.current(of: harbor).id == second.keyID)
        try folder.directory.retire(try ring.wrapped(first.id, of: harbor))
        #expect(throws: VaultProblem.unknownCompanyKey(first.id)) { try ring.wrapped(first.id, of: harbor) }
        #expect(try folder.directory.retiredKeys(of: harbor).map(\.keyID) == [first.id])
        // The number of a retired key is not given again.
        try folder.directory.retire(second)
        let third = try ring.current(of: harbor)
        #expect(try ring.wrapped(third.id, of: harbor).number == 3)
        // Nothing that is retired is overwritten, and a move that a crash cut in two is taken up again.
        let own = folder.path + "/" + harbor.uuidString.lowercased()
        try FileManager.default.copyItem(atPath: own + "/0003.key", toPath: own + "/retired/0003.key")
        let key = try ring.wrapped(third.id, of: harbor)
        #expect(throws: VaultProblem.self) { try folder.directory.retire(key) }
        try FileManager.default.removeItem(atPath: own + "/retired/0003.key")
        try FileManager.default.linkItem(atPath: own + "/0003.key", toPath: own + "/retired/0003.key")
        try folder.directory.retire(key)
        #expect(try folder.directory.keys(of: harbor).isEmpty)
        #expect(try folder.directory.retiredKeys(of: harbor).map(\.number) == [1, 2, 3])
    }

    @Test("come under a new root key one by one; stopped anywhere, the rest follows, and none is sealed twice")
    func newRoot() throws {
        let (old, new) = (try KeyFolder.rootKey(), try KeyFolder.rootKey())
        let before = folder.ring(old)
        var keys: [UUID: CompanyKeyID] = [:]
        for company in [harbor, kestrel] + (0..<18).map({ _ in UUID() }) {
            keys[company] = try before.current(of: company).id
        }
        try folder.directory.retire(try before.wrapped(try #require(keys[kestrel]), of: kestrel))
        let ring = folder.ring(new, others: [old])
        var rewrapped = 0
        for stop in [0, 3, 4, 11] {
            var told = 0
            let count = try? ring.rewrapUnderCurrentRoot { done, _ in
                told = done
                if done == stop { throw Stopped() }
            }
            #expect(count == nil && told == stop)
            // What a write that was killed leaves behind goes away with the next run.
            _ = try folder.write("{", harbor.uuidString.lowercased() + "/0001.key.new-x", mode: 0o600)
            let files = try keys.keys.flatMap {
                try folder.directory.keys(of: $0) + folder.directory.retiredKeys(of: $0)
            }
            rewrapped = files.count { $0.rootKeyID == new.id }
            // Whoever has both root keys reads all of them at every moment.
            for file in files { #expect(try ring.open(file).id == file.keyID) }
        }
        #expect(rewrapped == 11)
        #expect(try ring.rewrapUnderCurrentRoot { _, _ in } == 20 - rewrapped)
        #expect(try ring.rewrapUnderCurrentRoot { _, _ in } == 0)
        let after = folder.ring(new)
        for (company, id) in keys where company != kestrel { #expect(try after.current(of: company).id == id) }
        #expect(
            try folder.directory.retiredKeys(of: kestrel).map { try after.open($0).id } == [try #require(keys[kestrel])]
        )
        #expect(throws: VaultProblem.unknownRootKey(new.id)) { try before.current(of: harbor) }
        let left = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.contains(".new-") }
        #expect(left.isEmpty)
    }

    @Test("Two rotations at once are kept apart")
    func lock() async throws {
        let directory = folder.directory
        try await RotationLock.whileHeld(in: directory) {
            await #expect(throws: VaultProblem.rotationIsRunning) { try await RotationLock.whileHeld(in: directory) {} }
        }
        try await RotationLock.whileHeld(in: directory) {}
    }

    @Test("A rotation is the same one until it has ended")
    func record() throws {
        let first = try RotationRecord.begin(in: folder.directory, at: Date(timeIntervalSince1970: 0))
        #expect(try RotationRecord.begin(in: folder.directory, at: Date()).rotation == first.rotation)
        #expect(try RotationRecord.unfinished(in: folder.directory)?.rotation == first.rotation)
        try RotationRecord.end(in: folder.directory)
        #expect(try RotationRecord.unfinished(in: folder.directory) == nil)
        #expect(try RotationRecord.begin(in: folder.directory, at: Date()).rotation != first.rotation)
    }

    /// G-VLT-04: what was sealed before does not open after, also from a copy.
    @Test("are shredded with everything they sealed, and nobody else's")
    func shredding() throws {
        let vault = SecretVault(keys: folder.ring(try KeyFolder.rootKey()))
        func seal(_ company: UUID) throws -> (SealedSecret, SecretPlace) {
            let place = SecretPlace(company: company, table: "t", row: UUID(), field: "f", purpose: "p")
            return (try vault.seal(SecretBytes(copying: "hunter2"), for: place), place)
        }
        let (copy, _) = try seal(harbor)
        let (others, place) = try seal(kestrel)
        try folder.directory.retire(try vault.keys.wrapped(copy.companyKey, of: harbor))
        _ = try seal(harbor)
        #expect(try folder.directory.shred(harbor) == 2)
        #expect(try folder.directory.companies() == [kestrel])
        #expect(throws: VaultProblem.unknownCompanyKey(copy.companyKey)) {
            try vault.keys.wrapped(copy.companyKey, of: harbor)
        }
        let key = try vault.keys.open(try vault.keys.wrapped(others.companyKey, of: kestrel))
        #expect(try vault.open(others, of: place, with: key).count == 7)
    }
}
