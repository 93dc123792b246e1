import Compression
import Outbound
import TestSupport
import Testing

/// What a broken or hostile server does (F-21 to F-24): each ends in a failure with its name, soon, and with bounded memory.
@Suite struct HostileSiteTests {
    private static func gzipped(_ body: [UInt8]) throws -> [UInt8] { try #require(Gzip.compress(body)) }

    private static func packed(_ body: [UInt8], _ fields: String = "") -> [FakeSite.Step] {
        [
            .text("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(body.count)\r\n\(fields)\r\n"),
            .bytes(body),
        ]
    }

    @Test func a_packed_body_is_unpacked_and_both_sizes_are_known() async throws {
        let text = Array(String(repeating: "tide ", count: 10_000).utf8)
        let body = try Self.gzipped(text)
        try await WebFixture.with { _ in
            Self.packed(body)
        } _: { fixture in
            let answer = try await fixture.fetch()
            #expect(answer.body == text && answer.packedBytes == body.count)
        }
    }

    @Test func a_server_that_never_answers_is_given_up() async throws {
        var limits = TransferLimits.patient
        limits.firstByte = .milliseconds(300)
        try await WebFixture.with { _ in
            [.hang]
        } _: { fixture in
            #expect(await fixture.failure(limits: limits) == .tooSlow(.waiting))
        }
    }

    @Test func a_body_that_drips_is_given_up() async throws {
        var limits = TransferLimits.patient
        limits.stall = .seconds(1)
        try await WebFixture.with { _ in
            [.text("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")]
                + (0..<100).flatMap { _ in [FakeSite.Step.text("x"), .pause(milliseconds: 100)] }
        } _: { fixture in
            let failure = await fixture.failure(limits: limits)
            // While it reads, unless a busy machine keeps the header back for as long as that.
            let ends: [WebFailure?] = [.tooSlow(.reading), .tooSlow(.waiting)]
            #expect(ends.contains(failure))
        }
    }

    @Test(arguments: [true, false]) func an_endless_body_ends_at_the_limit(isPlain: Bool) async throws {
        var limits = TransferLimits.patient
        limits.bodyBytes = 1 << 20
        let piece = [UInt8](repeating: 65, count: 16_384)
        let chunk = Array("4000\r\n".utf8) + piece + Array("\r\n".utf8)
        try await WebFixture.with { _ in
            isPlain
                ? [.text("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"), .endless(piece)]
                : [.text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"), .endless(chunk)]
        } _: { fixture in
            #expect(await fixture.failure(limits: limits) == .bodyTooLarge)
        }
    }

    @Test func a_bomb_does_not_go_off() async throws {
        let bomb = try Self.gzipped([UInt8](repeating: 0, count: 64 << 20))
        try await WebFixture.with { _ in
            Self.packed(bomb)
        } _: { fixture in
            #expect(await fixture.failure() == .inflatesTooMuch)
        }
    }

    @Test func more_than_may_be_unpacked_is_refused() async throws {
        var limits = TransferLimits.patient
        limits.inflatedBytes = 100_000
        let body = try Self.gzipped((0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) })
        try await WebFixture.with { _ in
            Self.packed(body)
        } _: { fixture in
            #expect(await fixture.failure(limits: limits) == .inflatesTooMuch)
        }
    }

    @Test func a_packed_body_that_is_cut_off_is_broken() async throws {
        let body = try Self.gzipped((0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* $0) })
        let half = Array(body.prefix(body.count / 2))
        try await WebFixture.with { _ in
            Self.packed(half)
        } _: { fixture in
            #expect(await fixture.failure() == .broken)
        }
    }

    @Test(arguments: [
        ("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", WebFailure.broken),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFF\r\nshort", .broken),
        ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\nnot packed", .broken),
        ("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\nx", .malformed),
        ("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx", .malformed),
        ("HTTP/1.1 200 OK\r\nContent-Length: one\r\n\r\nx", .malformed),
        ("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nx", .malformed),
        ("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n", .broken),
        ("HTTP/1.1 200 OK\r\nno colon here\r\nContent-Length: 0\r\n\r\n", .malformed),
        ("HTTP/1.1 abc\r\n\r\n", .malformed),
        ("", .broken),
    ])
    func an_answer_that_is_none_has_a_name(text: String, failure: WebFailure) async throws {
        try await WebFixture.with { _ in
            [.text(text), .close]
        } _: { fixture in
            #expect(await fixture.failure() == failure)
        }
    }

    @Test(arguments: [
        String(repeating: "X-Flood: 1234567890\r\n", count: 5_000), "X-Long: " + String(repeating: "x", count: 1 << 20),
    ])
    func a_flood_of_header_is_refused(fields: String) async throws {
        try await WebFixture.with { _ in
            [.text("HTTP/1.1 200 OK\r\n" + fields + "\r\n\r\n"), .close]
        } _: { fixture in
            #expect(await fixture.failure() == .headersTooLarge)
        }
    }

    @Test func a_redirect_loop_ends() async throws {
        try await WebFixture.with { asked in
            [.answer("302 Found", ["Location": asked.path + "x"])]
        } _: { fixture in
            #expect(await fixture.failure("/loop") == .tooManyRedirects)
            #expect(fixture.site.asked.count == WebClient.mostRedirects + 1)
        }
    }

    @Test(arguments: [
        "file:///etc/passwd", "gopher://127.0.0.1:70/x", "ftp://127.0.0.1/x", "http://169.254.169.254/latest/meta-data",
        "https://10.0.0.1/", "http://127.0.0.1:22/", "https://user:pass@127.0.0.1/", "//evil.example/",
        "http://[::1]/", "javascript:alert(1)", "https://other.example/",
    ])
    func a_redirect_that_leads_astray_is_not_followed(target: String) async throws {
        try await WebFixture.with { asked in
            asked.path == "/" ? [.answer("302 Found", ["Location": target])] : [.answer()]
        } _: { fixture in
            let failure = await fixture.failure()
            switch failure {
            case .address, .strangeHost, .forbiddenAddress, .unencrypted: break
            default: Issue.record("\(target): \(String(describing: failure))")
            }
            #expect(fixture.site.asked.count == 1)
        }
    }

    @Test func a_certificate_nobody_knows_is_not_trusted() async throws {
        try await FakeSite.with(isEncrypted: true) { _ in
            [.answer()]
        } _: { site in
            let address = try #require(NetworkAddress("127.0.0.1", port: site.port))
            let client = WebClient(userAgent: "t", reach: Reach(named: [address]))
            await #expect(throws: WebFailure.untrusted) {
                try await client.fetch(
                    WebRequest(try WebAddress("https://127.0.0.1:\(site.port)/")), within: .any, limits: .patient)
            }
            #expect(site.asked.isEmpty)
        }
    }

    /// It greets where a handshake should begin.
    @Test func a_server_that_answers_in_the_clear_is_not_trusted() async throws {
        try await MailServer.with { server in
            let address = try #require(NetworkAddress("127.0.0.1", port: server.port))
            let client = WebClient(userAgent: "t", reach: Reach(named: [address]))
            await #expect(throws: WebFailure.untrusted) {
                try await client.fetch(
                    WebRequest(try WebAddress("https://127.0.0.1:\(server.port)/")), within: .any, limits: .patient)
            }
        }
    }

    /// F-28. Each certificate is trusted by itself, so that nothing but its flaw is in the way.
    @Test(arguments: LocalCertificate.Flaw.allCases)
    func a_certificate_with_a_flaw_is_refused_before_anything_is_asked(_ flaw: LocalCertificate.Flaw) async throws {
        try await FakeSite.with(isEncrypted: true, flaw: flaw) { _ in
            [.answer()]
        } _: { site in
            let address = try #require(NetworkAddress("127.0.0.1", port: site.port))
            let client = WebClient(
                userAgent: "t", reach: Reach(named: [address]), certificates: FakeSite.certificatePath(flaw))
            let request = WebRequest(try WebAddress("https://127.0.0.1:\(site.port)/"))
            guard flaw != .none else {
                let answer = try await client.fetch(request, within: .any, limits: .patient)
                #expect(answer.status == 200)
                return
            }
            await #expect(throws: WebFailure.untrusted) {
                try await client.fetch(request, within: .any, limits: .patient)
            }
            #expect(site.asked.isEmpty)
        }
    }

    /// A name that means this machine, or one inside, leads nowhere, and neither does one nobody knows. What name servers do is in
    /// `NameTests` (F-29), how connections are cut off in `CutOffTests` (F-28).
    @Test func a_name_that_means_this_machine_after_all_leads_nowhere() async throws {
        for meaning in ["127.0.0.1", "10.0.0.7", "169.254.169.254", "[::1]"] {
            let client = WebClient(userAgent: "t", names: ["shop.example:443:\(meaning)"])
            let failure = await #expect(throws: WebFailure.self) {
                try await client.fetch(
                    WebRequest(try WebAddress("https://shop.example/")), within: .any, limits: .patient)
            }
            guard case .forbiddenAddress? = failure else {
                Issue.record("\(meaning): \(String(describing: failure))")
                continue
            }
        }
        await #expect(throws: WebFailure.unknownName) {
            try await WebClient(userAgent: "t").fetch(
                WebRequest(try WebAddress("https://nobody.invalid/")), within: .any, limits: .patient)
        }
    }

    @Test func nobody_there_is_told() async throws {
        // Nobody listens there; a port that was free a moment ago may be another test's by now.
        let address = try #require(NetworkAddress("127.0.0.1", port: 1))
        let client = WebClient(userAgent: "t", reach: Reach(named: [address]))
        await #expect(throws: WebFailure.unreachable) {
            try await client.fetch(
                WebRequest(try WebAddress("http://127.0.0.1:1/")), within: .any, limits: .patient)
        }
    }
}
