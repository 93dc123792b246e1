import Foundation
import HTTPTypes
import TestSupport
import Testing
import Vault

@testable import Outbound

/// Sources that are read through a proxy: it is told an address that we have vetted, and nothing else.
@Suite struct ProxyTests {
    @Test func the_proxy_is_asked_for_the_address_and_the_server_for_the_name() async throws {
        try await ProxyFixture.with { fixture in
            let answer = try await fixture.fetch("https://\(ProxyFixture.host)/a?b=1")
            #expect(answer.status == 200 && answer.peer?.description == "\(ProxyFixture.outside):443")
            let way = try #require(fixture.proxy.asked.first)
            #expect(way.method == "CONNECT" && way.path == "\(ProxyFixture.outside):443")
            #expect(way.field("host") == "\(ProxyFixture.outside):443")
            let asked = try #require(fixture.site.asked.first)
            #expect(asked.path == "/a?b=1" && asked.field("host") == ProxyFixture.host)
            // The certificate is for the name, and was held against it.
            #expect(!fixture.proxy.asked.contains { "\($0)".contains(ProxyFixture.host) })
        }
    }

    @Test func many_requests_take_one_way() async throws {
        try await ProxyFixture.with { fixture in
            for number in 0..<5 { _ = try await fixture.fetch("https://\(ProxyFixture.host)/\(number)") }
            #expect(fixture.site.asked.count == 5 && fixture.site.connections == 1 && fixture.proxy.asked.count == 1)
        }
    }

    @Test func each_side_hears_its_own_secrets_and_no_others() async throws {
        let plan: FakeSite.Plan = { _ in [.answer("200 OK", ["Set-Cookie": "session=one; Path=/"])] }
        try await ProxyFixture.with(user: "tide:s%40lt", site: plan) { fixture in
            let jar = CookieJar()
            jar.set("known", to: "COOKIE-CANARY", host: ProxyFixture.host)
            let answer = try await fixture.fetch(jar: jar, secrets: [.authorization: "Bearer SITE-CANARY"])
            let way = try #require(fixture.proxy.asked.first)
            // tide:s@lt
            #expect(way.field("proxy-authorization") == "Basic dGlkZTpzQGx0")
            #expect(way.field("authorization") == nil && way.field("cookie") == nil && !"\(way)".contains("CANARY"))
            let asked = try #require(fixture.site.asked.first)
            #expect(asked.field("authorization") == "Bearer SITE-CANARY" && asked.field("proxy-authorization") == nil)
            #expect(asked.field("cookie") == "known=COOKIE-CANARY")
            // What the proxy says beside its answer is no part of the site's.
            #expect(jar.value(of: "proxy") == nil && jar.value(of: "session") == "one" && answer.fields.count == 2)
        }
    }

    @Test(arguments: [
        ["10.0.0.7"], ["127.0.0.1"], ["169.254.169.254"], ["::1"], ["::ffff:127.0.0.1"], ["64:ff9b::a00:7"],
        ["93.184.216.34", "10.0.0.7"], ["2606:4700::1111", "fd00::1"],
    ]) func a_name_that_stands_for_one_forbidden_address_is_not_asked_for(addresses: [String]) async throws {
        try await ProxyFixture.with { fixture in
            let forbidden = try #require(addresses.last.flatMap { NetworkAddress($0, port: 443) })
            let client = WebClient(
                userAgent: "t", reach: Reach(), certificates: nil, proxy: try WebProxy(Self.setting(fixture.proxy)),
                book: NameBook { _, port in addresses.compactMap { NetworkAddress($0, port: port) } },
                mayConnect: { _ in false }, vetsFirst: true)
            await #expect(throws: WebFailure.forbiddenAddress(forbidden)) {
                try await client.fetch(
                    WebRequest(try WebAddress("https://shop.example/")), within: .any, limits: .patient)
            }
            #expect(fixture.proxy.connections == 0)
        }
    }

    /// F-29: a name that stands for another address a moment later. The proxy never looks it up, so it cannot be led there; and we see it.
    @Test func a_name_that_changes_leads_where_it_was_vetted_or_nowhere() async throws {
        try await ProxyFixture.with(site: { _ in [.answer("200 OK", ["Connection": "close"]), .close] }) { fixture in
            _ = try await fixture.fetch()
            fixture.names.become("10.0.0.7")
            _ = try await fixture.fetch()
            #expect(fixture.proxy.asked.map(\.path) == Array(repeating: "\(ProxyFixture.outside):443", count: 2))
            fixture.clock.advance(by: NameBook.shelfLife)
            let inside = try #require(NetworkAddress("10.0.0.7", port: 443))
            #expect(await fixture.failure() == .forbiddenAddress(inside))
            #expect(fixture.proxy.asked.count == 2)
        }
    }

    @Test func an_address_of_version_4_is_preferred_and_one_of_version_6_is_written_as_one() async throws {
        try await ProxyFixture.with { fixture in
            fixture.names.become("2606:4700::1111")
            #expect(try await fixture.fetch().peer?.description == "[2606:4700::1111]:443")
            fixture.clock.advance(by: NameBook.shelfLife)
            fixture.names.become("2606:4700::1111", ProxyFixture.outside)
            _ = try await fixture.fetch()
            #expect(fixture.proxy.asked.map(\.path) == ["[2606:4700::1111]:443", "\(ProxyFixture.outside):443"])
        }
    }

    @Test(arguments: [
        "http://other.example/", "https://other.example:8443/", "https://127.0.0.1/", "https://10.0.0.7/",
        "https://[::1]/", "https://169.254.169.254/",
    ]) func what_may_not_be_asked_is_not_asked_through_a_proxy(place: String) async throws {
        try await ProxyFixture.with { fixture in
            switch await fixture.failure(place) {
            case .forbiddenAddress, .unencrypted: break
            case let failure: Issue.record("\(String(describing: failure))")
            }
            #expect(fixture.proxy.connections == 0)
        }
    }

    @Test func redirects_are_vetted_before_the_proxy_is_asked_again() async throws {
        let plan: FakeSite.Plan = { asked in
            switch asked.path {
            case "/in": [.answer("302 Found", ["Location": "https://169.254.169.254/latest/"])]
            case "/on": [.answer("302 Found", ["Location": "/there"])]
            default: [.answer("200 OK", [:], [65])]
            }
        }
        try await ProxyFixture.with(site: plan) { fixture in
            let answer = try await fixture.fetch("https://\(ProxyFixture.host)/on")
            #expect(answer.body == [65])
            guard case .forbiddenAddress? = await fixture.failure("https://\(ProxyFixture.host)/in") else {
                Issue.record("it was followed")
                return
            }
            #expect(fixture.proxy.asked.count == 1)
        }
    }

    @Test func an_end_is_told_from_a_cut_behind_a_proxy_as_well() async throws {
        for (last, isWhole) in [(FakeSite.Step.close, true), (.cut, false)] {
            let plan: FakeSite.Plan = { _ in [.text("HTTP/1.1 200 OK\r\n\r\n"), .bytes([65]), last] }
            try await ProxyFixture.with(site: plan) { fixture in
                if isWhole {
                    let answer = try await fixture.fetch()
                    #expect(answer.body == [65])
                } else {
                    #expect(await fixture.failure() == .broken)
                }
            }
        }
    }

    /// The socket is held against the proxy's address as well: here libcurl is told that it is elsewhere.
    @Test func no_socket_is_connected_to_anything_but_the_proxy() async throws {
        try await ProxyFixture.with { fixture in
            let client = WebClient(
                userAgent: "t", reach: Reach(), certificates: nil,
                names: ["127.0.0.1:\(fixture.proxy.port):1.1.1.1"], proxy: try WebProxy(Self.setting(fixture.proxy)),
                book: NameBook { _, port in [NetworkAddress(ProxyFixture.outside, port: port)].compactMap { $0 } },
                mayConnect: { _ in true }, vetsFirst: true)
            let astray = try #require(NetworkAddress("1.1.1.1", port: fixture.proxy.port))
            await #expect(throws: WebFailure.forbiddenAddress(astray)) {
                try await client.fetch(
                    WebRequest(try WebAddress("https://other.example/")), within: .any, limits: .patient)
            }
        }
    }

    @Test func what_an_operator_named_is_not_asked_through_the_proxy() async throws {
        try await ProxyFixture.with { fixture in
            try await FakeSite.with { _ in
                [.answer("200 OK", [:], [65])]
            } _: { near in
                let address = try #require(NetworkAddress("127.0.0.1", port: near.port))
                let client = WebClient(
                    userAgent: "t", reach: Reach(named: [address]), proxy: try WebProxy(Self.setting(fixture.proxy)))
                let place = try WebAddress("http://127.0.0.1:\(near.port)/")
                let answer = try await client.fetch(WebRequest(place), within: .any, limits: .patient)
                #expect(answer.body == [65])
                #expect(fixture.proxy.connections == 0)
            }
        }
    }

    @Test(arguments: [
        (
            "HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n",
            WebFailure.proxyFailed(407)
        ),
        ("HTTP/1.1 403 Forbidden\r\nContent-Length: 5\r\n\r\nCANAR", .proxyFailed(403)),
        ("HTTP/1.1 302 Found\r\nLocation: https://evil.example/\r\nContent-Length: 0\r\n\r\n", .proxyFailed(302)),
        ("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n", .proxyFailed(503)),
        ("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n", .unreachable),
        ("HTTP/1.1 504 Gateway Timeout\r\nContent-Length: 0\r\n\r\n", .unreachable), ("", .proxyFailed(nil)),
        ("SSH-2.0-OpenSSH\r\n", .proxyFailed(nil)),
        // It answers in the server's place: that is no server with a certificate.
        ("HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx", .untrusted),
    ]) func a_proxy_that_does_not_lead_there_is_told(words: String, failure: WebFailure) async throws {
        try await ProxyFixture.with(user: "tide:CANARY", proxy: { _ in [.text(words), .close] }) { fixture in
            let found = await fixture.failure()
            #expect(found == failure && found.map { !"\($0)".contains("CANAR") } == true)
            #expect(fixture.site.asked.isEmpty)
        }
    }

    /// Whichever limit it is that ends it.
    @Test func a_proxy_that_says_nothing_is_given_up_and_called_the_one_at_fault() async throws {
        var (connecting, waiting) = (TransferLimits.patient, TransferLimits.patient)
        connecting.connect = .milliseconds(300)
        waiting.firstByte = .milliseconds(300)
        try await ProxyFixture.with(proxy: { _ in [.hang] }) { fixture in
            for limits in [connecting, waiting] {
                #expect(await fixture.failure(limits: limits) == .proxyFailed(nil))
            }
            #expect(fixture.site.asked.isEmpty)
        }
    }

    /// Its name is looked up by us, and nobody says what it stands for.
    @Test(.timeLimit(.minutes(60))) func a_proxy_whose_name_is_not_looked_up_in_time_is_at_fault() async throws {
        let hold = DispatchSemaphore(value: 0)
        let client = WebClient(
            userAgent: "t", reach: Reach(), certificates: nil,
            proxy: try WebProxy(.init(copying: "http://proxy.example:3128")),
            book: NameBook { _, _ in
                hold.wait()
                return []
            }, mayConnect: { _ in false }, vetsFirst: true)
        var limits = TransferLimits.patient
        limits.connect = .milliseconds(50)
        await #expect(throws: WebFailure.proxyFailed(nil)) {
            try await client.fetch(
                WebRequest(try WebAddress("https://\(ProxyFixture.outside)/")), within: .any, limits: limits)
        }
        hold.signal()
    }

    @Test func a_proxy_that_is_not_there_is_told_and_no_way_around_it_taken() async throws {
        // Nobody listens there; a port that was free a moment ago may be another test's by now.
        let client = WebClient(
            userAgent: "t", reach: Reach(), certificates: nil,
            proxy: try WebProxy(.init(copying: "http://127.0.0.1:1")),
            book: NameBook { _, port in [NetworkAddress(ProxyFixture.outside, port: port)].compactMap { $0 } },
            mayConnect: { _ in false }, vetsFirst: true)
        await #expect(throws: WebFailure.proxyFailed(nil)) {
            try await client.fetch(
                WebRequest(try WebAddress("https://other.example/")), within: .any, limits: .patient)
        }
    }

    @Test func what_the_proxy_does_wrong_is_not_held_against_the_site() {
        for status in [nil, 302, 403, 407, 503] { #expect(WebFailure.proxyFailed(status).isOurs) }
        #expect(
            [nil, 302, 403, 407, 503].map { WebFailure.proxyFailed($0).isTransient } == [
                true, false, false, false, true,
            ])
    }

    private static func setting(_ proxy: FakeSite) -> SecretBytes {
        SecretBytes(copying: "http://127.0.0.1:\(proxy.port)")
    }
}
