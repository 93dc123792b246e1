import Foundation
import Outbound
import TestSupport
import Testing
import Vault

/// Stores that are slow, gone, wrong or not ours: what is tried again, what is told, and what never is.
@Suite struct ObjectFailureTests {
    private static let slowDown = FakeBucket.Fault.error("503 Slow Down", code: "SlowDown")

    @Test func a_wrong_secret_is_told_without_it() async throws {
        try await ObjectFixture.with(secret: "SECRET-CANARY/wJalrXUtnFEMI") { fixture in
            let failure = try #require(await fixture.putFailure([1, 2, 3]))
            #expect(failure == .refused(status: 403, code: "SignatureDoesNotMatch"))
            #expect("\(failure)" == "the secret is not the one that belongs to the key id (403 SignatureDoesNotMatch)")
            #expect(await fixture.failure("key", expecting: [1]) == failure)
            // The answer to a question for the size has no words.
            await #expect(throws: ObjectFailure.refused(status: 403, code: nil)) {
                try await fixture.store.size(of: "key")
            }
            let words: [Any] = [failure, fixture.store, fixture.store.bucket]
            #expect(!words.contains { "\($0) \(String(reflecting: $0))".contains("CANARY") })
            // Asking again would change nothing.
            #expect(fixture.bucket.asked.count == 3 && fixture.bucket.keys.isEmpty)
            #expect(!fixture.bucket.asked.contains { "\($0.fields)".contains("CANARY") })
        }
    }

    @Test func what_a_store_says_beside_its_code_is_not_repeated() async throws {
        try await ObjectFixture.with { fixture in
            let hostile = [
                "<Error><Code>WORDS-CANARY and more</Code></Error>", "<Code></Code>", "<Code>", "WORDS-CANARY",
                "<Code>\(String(repeating: "A", count: 65))</Code>",
            ]
            for text in hostile {
                fixture.bucket.fail(.steps([.answer("418 Teapot", [:], Array(text.utf8))]))
                #expect(await fixture.putFailure() == .refused(status: 418, code: nil))
            }
            fixture.bucket.fail(.error("403 Forbidden", code: "AccessDenied"))
            let failure = try #require(await fixture.putFailure())
            #expect("\(failure)" == "the key may not do this (403 AccessDenied)")
            fixture.bucket.fail(.error("404 Not Found", code: "NoSuchBucket"))
            #expect(await fixture.failure("key", expecting: [1]) == .refused(status: 404, code: "NoSuchBucket"))
            #expect(await fixture.failure("key", expecting: [1]) == .missing)
            #expect(fixture.waits.seconds == [])
        }
    }

    @Test func a_store_that_has_no_time_is_asked_again_later_and_later() async throws {
        try await ObjectFixture.with { fixture in
            let bytes = [UInt8](repeating: 7, count: 100_000)
            fixture.bucket.fail(
                Self.slowDown, .error("500 Internal Server Error", code: "InternalError"),
                .error("400 Bad Request", code: "RequestTimeout"))
            try await fixture.put(bytes, at: "key")
            #expect(fixture.bucket["key"] == bytes && fixture.waits.seconds == [1, 2, 4])
            fixture.bucket.fail(.error("503 Slow Down", code: "SlowDown", fields: ["Retry-After": "9"]))
            #expect(try await fixture.get("key", expecting: bytes) == bytes)
            #expect(fixture.waits.seconds == [1, 2, 4, 9])
            // However long it asks for.
            fixture.bucket.fail(.error("503 Slow Down", code: "SlowDown", fields: ["Retry-After": "86400"]))
            try await fixture.store.delete("key")
            #expect(fixture.waits.seconds == [1, 2, 4, 9, 30])
        }
    }

    @Test func five_tries_are_all() async throws {
        try await ObjectFixture.with { fixture in
            fixture.bucket.fail(Self.slowDown, Self.slowDown, Self.slowDown, Self.slowDown, Self.slowDown)
            let failure = await fixture.putFailure()
            #expect(failure == .busy(status: 503, code: "SlowDown") && failure?.isAboutObject == false)
            #expect(fixture.bucket.asked.count == 5 && fixture.waits.seconds == [1, 2, 4, 8])
            #expect(fixture.bucket.keys.isEmpty)
        }
    }

    @Test func an_object_that_breaks_off_is_got_again() async throws {
        try await ObjectFixture.with { fixture in
            let bytes = [UInt8](repeating: 9, count: 200_000)
            try await fixture.put(bytes, at: "key")
            fixture.bucket.fail(.cutOff(after: 150_000), .cutOff(after: 0))
            #expect(try await fixture.get("key", expecting: bytes) == bytes)
            let cut = FakeBucket.Fault.cutOff(after: 199_999)
            fixture.bucket.fail(cut, cut, cut, cut, cut)
            #expect(await fixture.failure("key", expecting: bytes) == .web(.broken))
            // An answer without a length ends where the connection does, and then the bytes tell.
            let open = FakeSite.Step.text("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
            fixture.bucket.fail(.steps([open, .bytes(Array(bytes.dropLast())), .close]))
            #expect(await fixture.failure("key", expecting: bytes) == .altered)
        }
    }

    @Test func other_bytes_than_were_put_there_are_noticed() async throws {
        try await ObjectFixture.with { fixture in
            let bytes = Array("what was answered".utf8)
            let endless = FakeSite.Step.endless([UInt8](repeating: 0, count: 65_536))
            for other in [bytes + [0], Array(bytes.dropLast()), Array("what was amswered".utf8), []] {
                fixture.bucket["key"] = other
                #expect(await fixture.failure("key", expecting: bytes) == .altered)
            }
            // What never ends is not taken either.
            fixture.bucket.fail(.steps([.text("HTTP/1.1 200 OK\r\n\r\n"), endless]))
            #expect(await fixture.failure("key", expecting: bytes) == .altered)
            #expect(fixture.waits.seconds == [])
        }
    }

    @Test func a_store_keeps_no_other_bytes_than_were_announced() async throws {
        try await ObjectFixture.with { fixture in
            let failure = await fixture.putFailure([1, 2, 3], hash: sha256([1, 2]))
            #expect(failure == .refused(status: 400, code: "XAmzContentSHA256Mismatch"))
            #expect(fixture.bucket.keys.isEmpty)
        }
    }

    @Test func what_was_done_and_not_heard_of_is_done_again() async throws {
        try await ObjectFixture.with { fixture in
            fixture.bucket.fail(.unheard)
            try await fixture.put([1, 2], at: "key")
            #expect(fixture.bucket["key"] == [1, 2] && fixture.bucket.asked.count == 2)
            fixture.bucket.fail(.unheard)
            try await fixture.store.delete("key")
            #expect(fixture.bucket.keys.isEmpty)
        }
    }

    @Test func nobody_is_followed_to_another_place() async throws {
        try await FakeSite.with { _ in
            [.answer()]
        } _: { other in
            try await ObjectFixture.with { fixture in
                let place = ["Location": "http://127.0.0.1:\(other.port)/"]
                fixture.bucket.fail(.error("307 Temporary Redirect", code: "TemporaryRedirect", fields: place))
                #expect(await fixture.putFailure() == .refused(status: 307, code: "TemporaryRedirect"))
                #expect(other.connections == 0)
            }
        }
    }

    @Test func a_name_that_leads_inside_is_not_followed() async throws {
        try await ObjectFixture.with { fixture in
            let bucket = try ObjectBucket(
                endpoint: "https://localhost:\(fixture.bucket.port)", name: FakeBucket.name, region: FakeBucket.region,
                keyID: FakeBucket.keyID, secret: SecretBytes(copying: FakeBucket.secret))
            let store = ObjectStore(bucket: bucket, limits: .patient, sleep: { _ in })
            let failure = await #expect(throws: ObjectFailure.self) { try await store.size(of: "key") }
            guard case .web(.forbiddenAddress) = failure else {
                Issue.record("it ended with \(String(describing: failure))")
                return
            }
            #expect(fixture.bucket.asked.isEmpty)
        }
    }

    @Test func a_certificate_that_is_not_to_be_trusted_ends_it() async throws {
        try await FakeBucket.with(isEncrypted: true) { fake in
            let bucket = try ObjectBucket(
                endpoint: fake.endpoint, name: FakeBucket.name, region: FakeBucket.region, keyID: FakeBucket.keyID,
                secret: SecretBytes(copying: FakeBucket.secret))
            await #expect(throws: ObjectFailure.web(.untrusted)) {
                try await ObjectStore(bucket: bucket, limits: .patient).size(of: "key")
            }
            #expect(fake.asked.isEmpty)
        }
    }

    @Test func a_request_is_broken_off_with_its_task() async throws {
        try await ObjectFixture.with { fixture in
            fixture.bucket.fail(.steps([.hang]))
            let place = fixture.folder.appendingPathComponent("never").path
            let task = Task { try await fixture.store.get("key", to: place, size: 1, hash: sha256([1])) }
            while fixture.bucket.asked.isEmpty { await Task.yield() }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(!FileManager.default.fileExists(atPath: place))
        }
    }
}
