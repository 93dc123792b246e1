import HTTPTypes
import TestSupport
import Testing

@testable import Outbound

/// The same over HTTP/2: requests share a connection, and everything that holds of an answer holds there, too.
@Suite struct StreamTests {
    @Test(.timeLimit(.minutes(60))) func requests_at_once_share_one_connection_that_was_vetted() async throws {
        // No answer before both are there: whoever asks one after the other waits for ever.
        try await StreamFixture.with { asked in
            [.together(2), .head(200, ["x-path": asked.path]), .bytes(Array(asked.path.utf8)), .end]
        } _: { fixture in
            async let first = fixture.fetch("/first")
            async let second = fixture.fetch("/second")
            let answers = try await [first, second]
            #expect(answers.map(\.body) == [Array("/first".utf8), Array("/second".utf8)])
            #expect(fixture.site.connections == 1 && Set(fixture.site.asked.map(\.connection)) == [0])
            #expect(fixture.sockets.all == [fixture.address])
            #expect(fixture.site.asked.allSatisfy { $0.field("user-agent") == "Tidemark/test" })
        }
    }

    /// Another name for the same machine, with the same certificate, is not asked over a connection that was opened for the first.
    @Test func another_name_for_the_same_address_has_a_socket_of_its_own() async throws {
        try await StreamFixture.with { _ in
            [.head(200), .end]
        } _: { fixture in
            let hosts = ["127.0.0.1", "localhost", "127.0.0.1", "localhost"]
            for host in hosts { _ = try await fixture.fetch(host: host) }
            #expect(fixture.site.connections == 2)
            #expect(fixture.sockets.all == [fixture.address, fixture.address])
            #expect(fixture.site.asked.map { $0.field("host") } == hosts.map { "\($0):\(fixture.site.port)" })
        }
    }

    /// A connection that stands is no way to a host that the source is not about.
    @Test func a_connection_that_stands_opens_no_other_host() async throws {
        try await StreamSite.with { _ in
            [.head(200), .end]
        } _: { site in
            let address = try #require(NetworkAddress("127.0.0.1", port: site.port))
            let client = WebClient(
                userAgent: "t", reach: Reach(named: [address]), certificates: FakeSite.certificatePath(),
                names: ["localhost:\(site.port):127.0.0.1"])
            let scope = HostScope(["127.0.0.1", "localhost"])
            let own = WebRequest(try WebAddress("https://127.0.0.1:\(site.port)/"))
            _ = try await client.fetch(own, within: scope, limits: .patient)
            await #expect(throws: WebFailure.strangeHost("127.0.0.1")) {
                try await client.fetch(own, within: HostScope(["shop.example"]), limits: .patient)
            }
            // It is not the address that was named, whatever it stands for, and has another port than a name may have.
            await #expect(throws: WebFailure.unencrypted) {
                try await client.fetch(
                    WebRequest(try WebAddress("https://localhost:\(site.port)/")), within: scope, limits: .patient)
            }
            #expect(site.asked.count == 1)
        }
    }

    @Test func an_answer_may_not_be_larger_than_it_may() async throws {
        var limits = TransferLimits.patient
        limits.bodyBytes = 1 << 20
        limits.headerBytes = 4_096
        try await StreamFixture.with { asked in
            switch asked.path {
            case "/endless": [.head(200), .endless([UInt8](repeating: 65, count: 16_384))]
            case "/header": [.head(200, ["x-long": String(repeating: "x", count: 8_000)]), .end]
            default: [.head(200), .bytes([65]), .end]
            }
        } _: { fixture in
            #expect(await fixture.failure("/endless", limits: limits) == .bodyTooLarge)
            #expect(await fixture.failure("/header", limits: limits) == .headersTooLarge)
            let small = try await fixture.fetch("/small", limits: limits)
            #expect(small.body == [65])
        }
    }

    @Test func cookies_stay_in_the_jar_they_were_given_to() async throws {
        try await StreamFixture.with { asked in
            asked.path == "/in" ? [.head(200, ["set-cookie": "session=one; Path=/"]), .end] : [.head(200), .end]
        } _: { fixture in
            let (harbor, northwind) = (CookieJar(), CookieJar())
            _ = try await fixture.fetch("/in", jar: harbor)
            for jar in [harbor, northwind, nil] { _ = try await fixture.fetch("/page", jar: jar) }
            #expect(fixture.site.asked.map { $0.field("cookie") } == [nil, "session=one", nil, nil])
            #expect(fixture.site.connections == 1)
        }
    }

    @Test func redirects_are_followed_and_vetted() async throws {
        try await StreamFixture.with { asked in
            switch asked.path {
            case "/a": [.head(301, ["location": "b?x=1"]), .end]
            case "/b?x=1": [.head(302, ["location": "/c"]), .end]
            case "/loop": [.head(302, ["location": "/loop"]), .end]
            case "/away": [.head(302, ["location": "https://169.254.169.254/latest/"]), .end]
            default: [.head(200), .bytes(Array("there".utf8)), .end]
            }
        } _: { fixture in
            let answer = try await fixture.fetch("/a")
            #expect(answer.body == Array("there".utf8) && answer.hops.map(\.pathAndQuery) == ["/a", "/b?x=1"])
            #expect(await fixture.failure("/loop") == .tooManyRedirects)
            let metadata = try #require(NetworkAddress("169.254.169.254", port: 443))
            #expect(await fixture.failure("/away") == .forbiddenAddress(metadata))
        }
    }

    @Test func an_answer_that_breaks_off_is_none() async throws {
        try await StreamFixture.with { asked in
            switch asked.path {
            case "/reset": [.head(200), .bytes([65]), .reset]
            case "/cut": [.head(200), .bytes([65]), .cut]
            case "/header": [.head(200), .cut]
            case "/nothing": [.cut]
            case "/short": [.head(200, ["content-length": "5"]), .bytes([65]), .end]
            case "/long": [.head(200, ["content-length": "1"]), .bytes([65, 66]), .end]
            default: [.head(200), .bytes([65]), .end]
            }
        } _: { fixture in
            for path in ["/reset", "/cut", "/header", "/nothing", "/short", "/long"] {
                #expect(await fixture.failure(path) == .broken, "\(path)")
                let whole = try await fixture.fetch()
                #expect(whole.body == [65])
            }
        }
    }
}
