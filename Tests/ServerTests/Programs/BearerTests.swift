import Companies
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Postgres
import TestSupport
import Testing

/// What a program may with a token, and what not.
@Suite struct BearerTests {
    @Test func a_token_reads_its_companys_data_and_no_others() async throws {
        try await WebFixture.with { fixture in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            let program = ProgramClient(
                client: fixture.client, token: try await TokenMaking.make(APIScope.allCases, by: eve))
            let ours = try #require(try await fixture.products(of: fixture.companies.harbor).first)
            for path in [
                "/api/v1/trends", "/api/v1/products/\(ours)", "/api/v1/products/\(ours)/history", "/api/v1/jobs",
            ] {
                let answer = try await program.get(path)
                #expect(answer.status == .ok, "\(path)")
                #expect(!answer.body.contains("CANARY-kestrel") && !answer.body.contains("CANARY-B"), "\(path)")
            }
            let theirs = try #require(try await fixture.products(of: fixture.companies.kestrel).first)
            let foreign = try await program.get("/api/v1/products/\(theirs)")
            let missing = try await program.get("/api/v1/products/\(UUID())")
            #expect(foreign.status == .notFound && missing.status == .notFound)
            let tag = try #require(try await program.get("/api/v1/trends").headers[.eTag])
            #expect(try await program.get("/api/v1/trends", headers: [.ifNoneMatch: tag]).status == .notModified)
            // Another token's tag is another.
            let other = ProgramClient(client: fixture.client, token: try await TokenMaking.make([.trendsRead], by: eve))
            #expect(try await other.get("/api/v1/trends").headers[.eTag] != tag)
        }
    }

    @Test func a_token_sees_and_has_read_its_companys_connections_and_no_others() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let (harbor, kestrel) = (fixture.companies.harbor, fixture.companies.kestrel)
            let ours = try await Places(fixture, of: harbor).path("{source}")
            let theirs = try await Places(fixture, of: kestrel)
            let eve = try await fixture.join("eve", .admin, of: harbor)
            let program = ProgramClient(
                client: fixture.client, token: try await TokenMaking.make([.sourcesRead, .sourcesRun], by: eve))
            let list = try await program.get("/api/v1/sources")
            #expect(list.status == .ok && list.body.contains(ours) && !list.body.contains(theirs.path("{source}")))
            for foreign in [theirs.path("{source}"), theirs.path("{staff source}"), UUID().uuidString, "1", "%00"] {
                let answer = try await program.post("/api/v1/sources/\(foreign)/runs")
                #expect(answer.status == .notFound, "\(foreign)")
            }
            for company in [harbor, kestrel] {
                #expect(try await fixture.count("jobs", "kind = 'source.read'", of: company) == 0)
                #expect(try await fixture.count("audit_events", "action = 'run.asked'", of: company) == 0)
            }
            #expect(try await program.post("/api/v1/sources/\(ours)/runs").status == .accepted)
            #expect(try await fixture.count("jobs", "kind = 'source.read'", of: harbor) == 1)
            #expect(try await fixture.count("audit_events", "action = 'run.asked'", of: harbor) == 1)
            #expect(try await fixture.count("jobs", "kind = 'source.read'", of: kestrel) == 0)
        }
    }

    @Test func s_037_each_operation_needs_its_scope() async throws {
        try await WebFixture.with { fixture in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            let product = try #require(try await fixture.products(of: fixture.companies.harbor).first)
            let operations: [(String, APIScope)] = [
                ("/api/v1/trends", .trendsRead), ("/api/v1/products/\(product)", .productsRead),
                ("/api/v1/products/\(product)/forecast", .productsRead),
                ("/api/v1/products/\(product)/history", .productsRead), ("/api/v1/jobs", .jobsRead),
                ("/api/v1/jobs/\(UUID())", .jobsRead), ("/api/v1/sources", .sourcesRead),
            ]
            for scope in APIScope.allCases {
                let program = ProgramClient(client: fixture.client, token: try await TokenMaking.make([scope], by: eve))
                for (path, needed) in operations {
                    let answer = try await program.get(path)
                    guard needed != scope else {
                        #expect(answer.status == .ok || answer.status == .notFound, "\(scope) \(path)")
                        continue
                    }
                    #expect(answer.status == .forbidden && answer.body.contains("\"scope_needed\""), "\(scope) \(path)")
                    #expect(answer.body.contains(needed.rawValue))
                    let challenge = answer.headers[.wwwAuthenticate]
                    #expect(challenge == "Bearer error=\"insufficient_scope\", scope=\"\(needed.rawValue)\"")
                }
            }
        }
    }

    @Test func unknown_ended_revoked_and_broken_tokens_are_answered_alike() async throws {
        try await WebFixture.with { fixture in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            let ended = try await TokenMaking.make([.trendsRead], by: eve)
            try await fixture.companies.test.owner().runScript(
                """
                ALTER TABLE api_tokens NO FORCE ROW LEVEL SECURITY;
                UPDATE api_tokens SET created_at = now() - interval '3 days', expires_at = now() - interval '1 second';
                """)
            let revoked = try await TokenMaking.make([.trendsRead], by: eve)
            let list = try await eve.get("/company/tokens")
            _ = try await eve.post(
                try #require(TokenMaking.revocation(in: list.body)), ["csrf": Browser.token(in: list.body)])
            var bodies: Set<String> = []
            let broken = [APIToken().text, "tdm_x", "x", String(repeating: "x", count: 5_000), "tdm_ \(revoked)"]
            for token in broken + [ended, revoked] {
                let answer = try await ProgramClient(client: fixture.client, token: token).get("/api/v1/trends")
                #expect(answer.status == .unauthorized, "\(token.prefix(12))")
                #expect(answer.headers[.wwwAuthenticate] == "Bearer error=\"invalid_token\"")
                bodies.insert(answer.body.replacing(#/"id":"[^"]*"/#, with: ""))
            }
            for field in ["Basic YTpi", "Bearer", "Bearer ", revoked] {
                let answer = try await ProgramClient(client: fixture.client, token: "").get(
                    "/api/v1/trends", headers: [.authorization: field])
                #expect(answer.status == .unauthorized, "\(field.prefix(8))")
                bodies.insert(answer.body.replacing(#/"id":"[^"]*"/#, with: ""))
            }
            #expect(bodies.count == 1 && bodies.first?.contains("token_invalid") == true)
            let nobody = try await Browser(client: fixture.client).get("/api/v1/trends")
            #expect(nobody.status == .unauthorized && nobody.headers[.wwwAuthenticate] == "Bearer")
        }
    }

    @Test func a_cookie_and_a_token_together_are_refused() async throws {
        try await WebFixture.with { fixture in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            let token = try await TokenMaking.make([.trendsRead], by: eve)
            let both = try await eve.get("/api/v1/trends", headers: [.authorization: "Bearer \(token)"])
            #expect(both.status == .badRequest && both.body.contains("not both"))
            // Also with a cookie that is none of ours any more.
            let stranger = Browser(client: fixture.client)
            stranger.setCookie("tidemark-session", "x")
            let odd = try await stranger.get("/api/v1/trends", headers: [.authorization: "Bearer \(token)"])
            #expect(odd.status == .badRequest)
            // Other cookies do not matter.
            stranger.setCookie("tidemark-session", nil)
            stranger.setCookie("theme", "dark")
            let fine = try await stranger.get("/api/v1/trends", headers: [.authorization: "bearer \(token)"])
            #expect(fine.status == .ok)
        }
    }

    @Test func a_token_opens_no_page() async throws {
        try await WebFixture.with { fixture in
            let eve = try await fixture.join("eve", .owner, of: fixture.companies.harbor, staff: .operator)
            let token = try await TokenMaking.make(APIScope.allCases, by: eve)
            let program = ProgramClient(client: fixture.client, token: token)
            for path in [
                "/", "/trends", "/jobs", "/account", "/company/tokens", "/company/security", "/account/companies",
            ] {
                let answer = try await program.get(path)
                #expect(
                    answer.status == .seeOther && answer.headers[.location]?.hasPrefix("/sign-in") == true, "\(path)")
            }
            #expect(try await program.get("/staff/jobs").status == .notFound)
            #expect(try await program.post("/company/tokens").status == .seeOther)
            // As a cookie it is nothing.
            let browser = Browser(client: fixture.client)
            for value in [token, String(token.dropFirst(4))] {
                browser.setCookie("tidemark-session", value)
                #expect(try await browser.get("/").status == .seeOther)
            }
        }
    }

    @Test func a_member_who_was_removed_leaves_the_token_with_the_company() async throws {
        try await WebFixture.with { fixture in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            let token = try await TokenMaking.make([.trendsRead], by: eve)
            _ = try await fixture.companies.database.transaction(in: fixture.companies.harbor.id) { transaction in
                try await transaction.execute("DELETE FROM members WHERE role = 'admin'")
            }
            #expect(try await eve.get("/company/tokens").headers[.location] == "/account/companies")
            #expect(try await ProgramClient(client: fixture.client, token: token).get("/api/v1/trends").status == .ok)
            let next = try await fixture.join("nora", .admin, of: fixture.companies.harbor)
            let list = try await next.get("/company/tokens")
            #expect(list.body.contains("by somebody who is no member any more"))
        }
    }

    @Test func a_company_that_demands_a_second_factor_of_people_demands_none_of_programs() async throws {
        try await WebFixture.with { fixture in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            let token = try await TokenMaking.make([.trendsRead], by: eve)
            _ = try await fixture.companies.database.transaction(in: fixture.companies.harbor.id) {
                try await $0.requireSecondFactor(true, by: .command)
            }
            #expect(try await eve.get("/api/v1/trends").status == .forbidden)
            #expect(try await ProgramClient(client: fixture.client, token: token).get("/api/v1/trends").status == .ok)
        }
    }
}
