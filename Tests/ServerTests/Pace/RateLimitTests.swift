import Companies
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Postgres
import Server
import TestSupport
import Testing
import Vault

/// Limits of requests, over several processes that share a database.
@Suite struct RateLimitTests {
    private func field(_ name: String, _ answer: Browser.Answer) -> String? {
        HTTPField.Name(name).flatMap { answer.headers[$0] }
    }

    /// A second process over the same database, with the same keys and clock.
    private func withSecond(
        _ fixture: WebFixture, _ limits: RequestLimits,
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let database = CompanyDatabase(
            fixture.companies.test.addresses, connections: 4, statementTimeout: .seconds(60), lockTimeout: .seconds(60),
            applicationName: "tidemark-test", logger: logger)
        let clock = fixture.clock
        let server = try WebServer(
            settings: ServerSettings(
                host: "127.0.0.1", port: 0, isProduction: false, root: TestCluster.root, version: "test",
                limits: limits),
            database: database, hashing: WebFixture.hashing, vault: try fixture.keys.vault(), logger: logger,
            now: { clock.now })
        try await server.application().test(.live) { client in try await body(client) }
    }

    @Test func s_102_a_token_may_ask_a_hundred_times_a_minute_over_two_processes() async throws {
        let limits = RequestLimits()
        try await WebFixture.with(limits: limits) { fixture in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            let token = try await TokenMaking.make([.trendsRead], by: eve)
            try await withSecond(fixture, limits) { second in
                let programs = [fixture.client, second].map { ProgramClient(client: $0, token: token) }
                let first = try await programs[0].get("/api/v1/trends")
                #expect(field("ratelimit-limit", first) == "100" && field("ratelimit-remaining", first) == "99")
                #expect(field("ratelimit-reset", first) == "60" && field("ratelimit-policy", first) == "100;w=60")
                fixture.clock.advance(by: 18.5)
                let statuses = try await withThrowingTaskGroup(of: Browser.Answer.self) { group in
                    for n in 0..<160 { group.addTask { try await programs[n % 2].get("/api/v1/trends") } }
                    return try await group.reduce(into: [Browser.Answer]()) { $0.append($1) }
                }
                #expect(statuses.count { $0.status == .ok } == 99)
                let refused = try #require(statuses.first { $0.status == .tooManyRequests })
                #expect(statuses.count { $0.status == .tooManyRequests } == 61)
                #expect(refused.headers[.retryAfter] == "42" && field("ratelimit-reset", refused) == "42")
                #expect(field("ratelimit-remaining", refused) == "0" && field("ratelimit-limit", refused) == "100")
                #expect(refused.body.contains("\"too_much\""))
                // Another company has its own.
                let mallory = try await fixture.join("mallory", .admin, of: fixture.companies.kestrel)
                let other = ProgramClient(client: second, token: try await TokenMaking.make([.trendsRead], by: mallory))
                let theirs = try await other.get("/api/v1/trends")
                #expect(theirs.status == .ok && field("ratelimit-remaining", theirs) == "99")
                // Refused requests do not count, and the minute ends.
                fixture.clock.advance(by: 41.5)
                #expect(field("ratelimit-remaining", try await programs[1].get("/api/v1/trends")) == "99")
            }
        }
    }

    @Test func s_102_all_tokens_of_a_company_share_one_limit_and_another_company_keeps_its_own() async throws {
        let limits = RequestLimits(token: 20, company: 30)
        try await WebFixture.with(limits: limits) { fixture in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            let mallory = try await fixture.join("mallory", .admin, of: fixture.companies.kestrel)
            let tokens = [
                try await TokenMaking.make([.trendsRead], by: eve), try await TokenMaking.make([.trendsRead], by: eve),
            ]
            let theirs = try await TokenMaking.make([.trendsRead], by: mallory)
            try await withSecond(fixture, limits) { second in
                var passed = 0
                for n in 0..<60 {
                    let program = ProgramClient(client: n % 3 == 0 ? fixture.client : second, token: tokens[n % 2])
                    if try await program.get("/api/v1/trends").status == .ok { passed += 1 }
                }
                #expect(passed == 30)
                var others = 0
                for _ in 0..<25 {
                    let program = ProgramClient(client: second, token: theirs)
                    if try await program.get("/api/v1/trends").status == .ok { others += 1 }
                }
                #expect(others == 20)
            }
        }
    }

    @Test func s_102_an_access_token_uses_what_its_token_has() async throws {
        try await WebFixture.with(limits: RequestLimits(token: 5)) { fixture in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            let program = ProgramClient(
                client: fixture.client, token: try await TokenMaking.make([.trendsRead], by: eve))
            let granted = try await program.post("/api/v1/token").body
            let start = try #require(granted.range(of: "\"access_token\":\""))
            let delegate = ProgramClient(
                client: fixture.client, token: String(granted[start.upperBound...].prefix { $0 != "\"" }))
            for n in 0..<6 {
                let answer = try await (n % 2 == 0 ? delegate : program).get("/api/v1/trends")
                #expect(answer.status == (n < 4 ? .ok : .tooManyRequests), "\(n)")
            }
        }
    }

    @Test func s_102_a_person_has_a_generous_limit_of_their_own_within_the_stated_bound() async throws {
        let limits = RequestLimits(person: 120)
        try await WebFixture.with(limits: limits) { fixture in
            let ada = try await fixture.browser("ada")
            try await withSecond(fixture, limits) { second in
                let there = Browser(client: second)
                there.setCookie("tidemark-session", ada.cookie("tidemark-session"))
                var passed = 0
                var refused: Browser.Answer?
                for n in 0..<150 {
                    let answer = try await (n % 2 == 0 ? ada : there).get("/account")
                    if answer.status == .ok { passed += 1 } else { refused = answer }
                }
                // A block is six: the other process may hold five of them.
                #expect((115...120).contains(passed))
                let answer = try #require(refused)
                #expect(answer.status == .tooManyRequests && answer.headers[.retryAfter] == "60")
                #expect(answer.body.contains("Too many requests at once"))
                #expect(try await ada.get("/api/v1/trends").status == .tooManyRequests)
                // Others of the same company go on.
                let nora = try await fixture.join("nora", .viewer, of: fixture.companies.harbor)
                #expect(try await nora.get("/").status == .ok)
                fixture.clock.advance(by: 60)
                #expect(try await ada.get("/account").status == .ok)
            }
        }
    }

    @Test func pages_take_requests_in_blocks() async throws {
        try await WebFixture.with(limits: RequestLimits()) { fixture in
            let ada = try await fixture.browser("ada")
            let owner = try await fixture.companies.test.owner()
            var used: [Int] = []
            for _ in 0..<61 {
                #expect(try await ada.get("/account").status == .ok)
                let rows = try await owner.fetch(Query<Single<Int>>("SELECT used FROM request_counts"))
                used.append(rows.first?.value ?? 0)
            }
            #expect(used == Array(repeating: 30, count: 30) + Array(repeating: 60, count: 30) + [90])
        }
    }

    @Test func tokens_that_are_none_are_counted_for_the_network_they_come_from() async throws {
        try await WebFixture.with(limits: RequestLimits(stranger: 40), trustedProxies: 1) { fixture in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            let good = try await TokenMaking.make([.trendsRead], by: eve)
            let from = try #require(HTTPField.Name("x-forwarded-for"))
            var statuses: [HTTPResponse.Status] = []
            for _ in 0..<41 {
                let answer = try await ProgramClient(client: fixture.client, token: APIToken().text).get(
                    "/api/v1/trends", headers: [from: "203.0.113.9"])
                statuses.append(answer.status)
            }
            #expect(statuses == Array(repeating: .unauthorized, count: 40) + [.tooManyRequests])
            let elsewhere = try await ProgramClient(client: fixture.client, token: "x").get(
                "/api/v1/trends", headers: [from: "198.51.100.9"])
            #expect(elsewhere.status == .unauthorized)
            // Somebody with a token is not stopped by strangers beside them.
            let beside = try await ProgramClient(client: fixture.client, token: good).get(
                "/api/v1/trends", headers: [from: "203.0.113.9"])
            #expect(beside.status == .ok)
        }
    }
}
