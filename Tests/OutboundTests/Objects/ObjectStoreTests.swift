import Foundation
import Outbound
import TestSupport
import Testing
import Vault

/// What a store is given comes back the same, whatever it is called, and goes when it is to.
@Suite struct ObjectStoreTests {
    private static let keys = [
        "company=0b1c/source=giassi/region=joinville_bucarein/year=2026/month=10/day=01/run_120000_a.parquet",
        "a b/c+d&e=f/g%20h?i#j", "Größe/☃/naïve~file.parquet", "(1)*'!@$,;:\"<>[]{}|\\^`",
    ]

    @Test(arguments: [false, true]) func what_is_put_comes_back_and_goes(isEncrypted: Bool) async throws {
        try await ObjectFixture.with(isEncrypted: isEncrypted, prefix: "/some folder/lake/") { fixture in
            for (number, key) in Self.keys.enumerated() {
                let bytes = Array("object \(number) \u{0}\r\n".utf8)
                try await fixture.put(bytes, at: key)
                #expect(fixture.bucket["some folder/lake/" + key] == bytes)
                #expect(try await fixture.store.size(of: key) == bytes.count)
                #expect(try await fixture.get(key, expecting: bytes) == bytes)
            }
            for key in Self.keys {
                try await fixture.store.delete(key)
                #expect(try await fixture.store.size(of: key) == nil)
                // Gone is gone.
                try await fixture.store.delete(key)
            }
            #expect(fixture.bucket.keys == [] && fixture.waits.seconds == [])
            let spelling = "/\(FakeBucket.name)/some%20folder/lake/Gr%C3%B6%C3%9Fe/%E2%98%83/na%C3%AFve~file.parquet"
            #expect(fixture.bucket.asked.contains { $0.path == spelling })
        }
    }

    @Test func nothing_and_much_are_objects_too() async throws {
        try await ObjectFixture.with { fixture in
            var random = SeededRandom(seed: 3)
            let much = (0..<1_200_000).flatMap { _ in withUnsafeBytes(of: random.next()) { Array($0) } }
            for bytes in [[], much] {
                try await fixture.put(bytes, at: "key=1")
                #expect(fixture.bucket["key=1"] == bytes)
                #expect(try await fixture.get("key=1", expecting: bytes) == bytes)
            }
            #expect(fixture.waits.seconds == [])
        }
    }

    @Test func another_object_takes_the_place_of_the_first() async throws {
        try await ObjectFixture.with { fixture in
            try await fixture.put([1, 2, 3], at: "a/b")
            try await fixture.put([4], at: "a/b")
            #expect(try await fixture.get("a/b", expecting: [4]) == [4])
            #expect(fixture.bucket.keys == ["a/b"])
        }
    }

    @Test(arguments: ["", "/a", "a/", "a//b", "..", "a/../b", "./a", "a\nb", String(repeating: "x", count: 1_025)])
    func what_could_be_understood_otherwise_is_no_key(key: String) async throws {
        try await ObjectFixture.with { fixture in
            #expect(await fixture.putFailure(at: key) == .key)
            await #expect(throws: ObjectFailure.key) { try await fixture.store.delete(key) }
            #expect(fixture.bucket.asked.isEmpty)
        }
    }

    @Test func files_that_are_not_there_or_too_large_are_told() async throws {
        try await ObjectFixture.with { fixture in
            let missing = fixture.folder.appendingPathComponent("missing").path
            await #expect(throws: ObjectFailure.file(ENOENT)) {
                try await fixture.store.put(missing, at: "key", hash: sha256([]))
            }
            await #expect(throws: ObjectFailure.file(EINVAL)) {
                try await fixture.store.put(fixture.folder.path, at: "key", hash: sha256([]))
            }
            var limits = ObjectLimits()
            limits.fileBytes = 2
            let strict = ObjectStore(bucket: fixture.store.bucket, limits: limits)
            await #expect(throws: ObjectFailure.tooLarge(3, most: 2)) {
                try await strict.put(try fixture.file([1, 2, 3]), at: "key", hash: sha256([1, 2, 3]))
            }
            #expect(fixture.bucket.asked.isEmpty)
        }
    }
}
