import Companies
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import TestSupport
import Testing
import Vault

@testable import Server
@testable import Telemetry

@Suite struct MetricsRouteTests {
    private static let token = "metrics-token-CANARY-0123456789"

    private func text(_ answer: Browser.Answer) throws -> Exposition { try Exposition(Array(answer.body.utf8)) }

    @Test func requests_are_counted_by_pattern_and_everything_can_be_read() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let product = try #require(try await fixture.products(of: fixture.companies.harbor).first)
            for _ in 0..<3 { #expect(try await ada.get("/trends/\(product)").status == .ok) }
            for number in 0..<30 { #expect(try await ada.get("/made/up/\(number)").status == .notFound) }
            _ = try await ada.get("/trends/\(product)?x=1", headers: [:])
            let answer = try await ada.get("/metrics")
            #expect(answer.status == .ok && answer.headers[.cacheControl] == "no-store")
            #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
            let text = try text(answer)
            let page = ["route": "/trends/{product}", "method": "GET"]
            #expect(text.value("tidemark_http_requests_total", page.merging(["status": "200"]) { $1 }) == 4)
            #expect(text.value("tidemark_http_request_seconds_count", page) == 4)
            #expect(try #require(text.value("tidemark_http_response_bytes_total", page)) > 4_000)
            let unmatched = ["route": "unmatched", "method": "GET", "status": "404"]
            #expect(text.value("tidemark_http_requests_total", unmatched) == 30)
            #expect(text.value("tidemark_http_requests_in_flight") == 1, "the one that reads them")
            #expect(!answer.body.contains("/made") && !answer.body.contains("\(product)"))
            #expect(text.value("tidemark_answer_cache_misses_total") == 2)
            #expect(text.value("tidemark_answer_cache_hits_total") == 2)
            #expect(try #require(text.value("tidemark_answer_cache_bytes")) > 1_000)
            #expect(text.value("tidemark_build_info", ["version": "test"]) == 1)
            #expect(text.value("tidemark_password_hashing_refused_total") != nil)
            for role in ["app", "auth", "worker"] {
                let place = ["client": "tidemark-test", "role": role]
                #expect(text.value("tidemark_db_connections_limit", place) == 4)
                #expect(text.value("tidemark_db_waiting", place) == 0)
                #expect(text.value("tidemark_db_connections", place.merging(["state": "leased"]) { $1 }) == 0)
            }
            let auth = ["client": "tidemark-test", "role": "auth"]
            #expect(try #require(text.value("tidemark_db_statements_total", auth)) >= 6)
            #expect(try #require(text.value("tidemark_db_round_trip_seconds_count", auth)) >= 6)
            #expect(try #require(text.value("tidemark_db_wait_seconds_count", auth)) >= 6)
            #expect(try #require(text.value("tidemark_db_connects_total", auth)) >= 1)
            for family in text.families { #expect(family.value.help != nil, "\(family.key)") }
        }
    }

    @Test func outside_of_production_a_client_behind_a_proxy_is_not_local() async throws {
        try await WebFixture.with { fixture in
            let browser = Browser(client: fixture.client)
            #expect(try await browser.get("/metrics").status == .ok)
            let forwarded = try #require(HTTPField.Name("x-forwarded-for"))
            #expect(try await browser.get("/metrics", headers: [forwarded: "198.51.100.7"]).status == .notFound)
        }
    }

    @Test func in_production_they_are_hidden_like_anything_unknown() async throws {
        try await WebFixture.with(isProduction: true) { fixture in
            let browser = Browser(client: fixture.client)
            for headers: HTTPFields in [[:], [.authorization: "Bearer "], [.authorization: "Bearer \(Self.token)"]] {
                try await expectSameAsUnknown(browser, headers)
            }
        }
    }

    @Test func in_production_the_token_opens_them_and_nothing_else_does() async throws {
        try await WebFixture.with(isProduction: true, metricsToken: Redacted(Self.token)) { fixture in
            let browser = Browser(client: fixture.client)
            let near = String(Self.token.dropLast())
            for wrong in [
                "", "Bearer", "Bearer ", "Basic \(Self.token)", "Bearer \(near)", "Bearer \(Self.token)x", near,
            ] {
                try await expectSameAsUnknown(browser, [.authorization: wrong])
            }
            try await expectSameAsUnknown(browser, [:])
            for right in ["Bearer \(Self.token)", "bearer \(Self.token)"] {
                let answer = try await browser.get("/metrics", headers: [.authorization: right])
                #expect(answer.status == .ok && !answer.body.contains("CANARY"))
                _ = try text(answer)
            }
        }
    }

    /// Same status, same page, same headers as for a path nobody ever made, other than the id.
    private func expectSameAsUnknown(_ browser: Browser, _ headers: HTTPFields) async throws {
        func shape(_ path: String) async throws -> (String, [String]) {
            let answer = try await browser.get(path, headers: headers)
            #expect(answer.status == .notFound)
            let name = try #require(HTTPField.Name("x-request-id"))
            let id = try #require(answer.headers[name])
            return (answer.body.replacing(id, with: ""), answer.headers.map(\.name.rawName).sorted())
        }
        let hidden = try await shape("/metrics")
        let unknown = try await shape("/metrixx")
        #expect(hidden.0 == unknown.0 && hidden.1 == unknown.1)
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.8.9.10", true), ("::1", true), ("::ffff:127.0.0.1", true), ("10.0.0.1", false),
        ("198.51.100.7", false), ("::2", false), ("128.0.0.1", false),
    ])
    func only_this_machine_is_local(_ address: String, _ isLocal: Bool) throws {
        let access = MetricsAccess(token: nil, isProduction: false)
        #expect(access.isAllowed([:], from: try SocketAddress(ipAddress: address, port: 1)) == isLocal)
        let strict = MetricsAccess(token: nil, isProduction: true)
        #expect(!strict.isAllowed([:], from: try SocketAddress(ipAddress: address, port: 1)))
        #expect(!access.isAllowed([:], from: nil))
    }
}
