import Foundation
import Outbound
import TestSupport
import Testing
import Vault

/// A store, our way to it, and a folder for files.
struct ObjectFixture: Sendable {
    let bucket: FakeBucket
    let store: ObjectStore
    /// What was waited for between tries.
    let waits: VisitFixture.Waits
    let folder: URL

    static func with(
        isEncrypted: Bool = false, prefix: String = "", secret: String = FakeBucket.secret,
        _ body: (ObjectFixture) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tidemark-objects-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await FakeBucket.with(isEncrypted: isEncrypted) { bucket in
            let place = try ObjectBucket(
                endpoint: bucket.endpoint, name: FakeBucket.name, region: FakeBucket.region, prefix: prefix,
                keyID: FakeBucket.keyID, secret: SecretBytes(copying: secret),
                certificates: isEncrypted ? FakeSite.certificatePath() : nil)
            let waits = VisitFixture.Waits()
            let store = ObjectStore(
                bucket: place, limits: .patient, sleep: { _ = waits.add($0) }, random: { $0.upperBound })
            try await body(ObjectFixture(bucket: bucket, store: store, waits: waits, folder: folder))
        }
    }

    /// Writes a file of our own.
    func file(_ bytes: [UInt8]) throws -> String {
        let place = folder.appendingPathComponent(UUID().uuidString)
        try Data(bytes).write(to: place)
        return place.path
    }

    func put(_ bytes: [UInt8], at key: String) async throws {
        try await store.put(try file(bytes), at: key, hash: sha256(bytes))
    }

    /// Gets an object that should have these bytes, and looks at the file.
    func get(_ key: String, expecting bytes: [UInt8]) async throws -> [UInt8] {
        let place = folder.appendingPathComponent(UUID().uuidString)
        try await store.get(key, to: place.path, size: bytes.count, hash: sha256(bytes))
        return Array(try Data(contentsOf: place))
    }

    /// Why an object is not got; there must be no file then.
    func failure(_ key: String, expecting bytes: [UInt8]) async -> ObjectFailure? {
        let before = try? FileManager.default.contentsOfDirectory(atPath: folder.path).count
        let failure = await #expect(throws: ObjectFailure.self) { _ = try await get(key, expecting: bytes) }
        let after = try? FileManager.default.contentsOfDirectory(atPath: folder.path).count
        #expect(before == after, "half an object was left behind")
        return failure
    }

    func putFailure(_ bytes: [UInt8] = [1], at key: String = "key", hash: [UInt8]? = nil) async -> ObjectFailure? {
        await #expect(throws: ObjectFailure.self) {
            try await store.put(try file(bytes), at: key, hash: hash ?? sha256(bytes))
        }
    }
}
