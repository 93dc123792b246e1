import Companies
import Foundation
import HTTPTypes
import Jobs
import TestSupport
import Testing

@testable import Server

/// Requests that another site, or nobody in particular, has a browser send.
@Suite struct RequestForgeryTests {
    /// Somebody who may do everything in both areas.
    private func everybodysAdmin(_ fixture: WebFixture) async throws -> Browser {
        try await fixture.join("olga", .owner, of: fixture.companies.harbor, staff: .operator)
    }

    /// Whoever decides about pairs does nothing else for the platform, and nobody else does that.
    private func reviewer(_ fixture: WebFixture) async throws -> Browser {
        try await fixture.join("rita", .viewer, of: fixture.companies.harbor, staff: .reviewer)
    }

    private static let changes = AccessPolicy.rules.filter { $0.method != .get }

    @Test func s_013_s_014_no_change_without_the_token_of_this_session() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let (browser, reviewer) = (try await everybodysAdmin(fixture), try await reviewer(fixture))
            let places = try await Places(fixture, of: fixture.companies.harbor)
            let strange = try await fixture.browser("bob")
            let other = Browser.token(in: try await strange.get("/").body)
            let own = Browser.token(in: try await browser.get("/").body)
            let before = try await DatabaseDigest.take(fixture.companies.test)
            // A program's operation looks at no cookie, and does nothing for whoever sends one.
            for rule in Self.changes where rule.access != .program {
                for token in [
                    nil, "", other, String(own.dropLast()), own + own, String(repeating: "A", count: 100_000),
                ] {
                    var fields = ["act": "cancel", "kind": "errand", "confirmed": "yes", "name": "x"]
                    fields["csrf"] = token
                    let sender = rule.access == .reviewer ? reviewer : browser
                    let answer = try await sender.post(places.path(rule.pattern), fields)
                    #expect(
                        [400, 413, 429].contains(answer.status.code),
                        "\(rule.pattern) \(token ?? "-"): \(answer.status)")
                }
            }
            let after = try await DatabaseDigest.take(fixture.companies.test)
            #expect(DatabaseDigest.changes(before, after).isEmpty, "\(DatabaseDigest.changes(before, after))")
            // The negative control: with the token something happens.
            let done = try await browser.post("/company", ["csrf": own, "name": "x", "currency": "USD", "zone": "UTC"])
            #expect(done.status == .seeOther)
            let last = try await DatabaseDigest.take(fixture.companies.test)
            #expect(DatabaseDigest.changes(after, last) == ["audit_events", "audit_heads", "companies"])
        }
    }

    @Test func s_015_s_020_nothing_is_taken_from_other_sites() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let browser = try await everybodysAdmin(fixture)
            let places = try await Places(fixture, of: fixture.companies.harbor)
            let token = Browser.token(in: try await browser.get("/").body)
            let site = try #require(HTTPField.Name("sec-fetch-site"))
            let before = try await DatabaseDigest.take(fixture.companies.test)
            let forged: [HTTPFields] = [
                [site: "cross-site"], [site: "same-site"], [site: "nonsense"],
                [site: "cross-site", .origin: "http://localhost"],
                [.origin: "https://evil.example"], [.origin: "null"], [:],
            ]
            for rule in Self.changes {
                for headers in forged {
                    let answer = try await browser.post(places.path(rule.pattern), ["csrf": token], headers: headers)
                    #expect(answer.status == .badRequest, "\(rule.pattern) \(headers): \(answer.status)")
                }
            }
            let after = try await DatabaseDigest.take(fixture.companies.test)
            #expect(DatabaseDigest.changes(before, after).isEmpty)
        }
    }

    @Test func s_016_looking_changes_nothing() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let (browser, reviewer) = (try await everybodysAdmin(fixture), try await reviewer(fixture))
            let places = try await Places(fixture, of: fixture.companies.harbor)
            let before = try await DatabaseDigest.take(fixture.companies.test)
            var looked = 0
            for rule in AccessPolicy.rules where rule.method == .get && rule.pattern != "/company/audit.csv" {
                let sender = rule.access == .reviewer ? reviewer : browser
                let answer = try await sender.get(places.path(rule.pattern))
                #expect(answer.status.code < 500, "\(rule.pattern)")
                looked += 1
            }
            let after = try await DatabaseDigest.take(fixture.companies.test)
            #expect(DatabaseDigest.changes(before, after).isEmpty, "\(DatabaseDigest.changes(before, after))")
            #expect(looked > 25)
            // A file of the record that leaves the house is on record itself, and nothing else changes.
            _ = try await browser.get("/company/audit.csv")
            let last = try await DatabaseDigest.take(fixture.companies.test)
            #expect(DatabaseDigest.changes(after, last) == ["audit_events", "audit_heads"])
        }
    }

    @Test func s_018_no_other_site_may_read_an_answer() async throws {
        try await WebFixture.with { fixture in
            let browser = try await everybodysAdmin(fixture)
            let names = [
                "access-control-allow-origin", "access-control-allow-credentials", "access-control-allow-methods",
            ]
            for origin in ["https://evil.example", "null", "http://127.0.0.1"] {
                for path in ["/", "/api/v1/trends", "/sign-in", "/health"] {
                    let answer = try await browser.get(path, headers: [.origin: origin])
                    for name in names { #expect(HTTPField.Name(name).flatMap { answer.headers[$0] } == nil) }
                }
                let preflight = try await browser.send(
                    .options, "/api/v1/trends",
                    headers: [.origin: origin, .accessControlRequestMethod: "GET"], body: nil)
                #expect(preflight.status == .notFound)
                for name in names { #expect(HTTPField.Name(name).flatMap { preflight.headers[$0] } == nil) }
            }
        }
    }

    @Test func s_019_a_method_is_what_it_is() async throws {
        try await WebFixture.with { fixture in
            let browser = try await everybodysAdmin(fixture)
            let token = Browser.token(in: try await browser.get("/").body)
            let before = try await DatabaseDigest.take(fixture.companies.test)
            for name in ["x-http-method-override", "x-method-override", "x-http-method"] {
                let header = try #require(HTTPField.Name(name))
                _ = try await browser.get("/company?_method=POST&csrf=\(token)&name=x", headers: [header: "POST"])
            }
            for method in [HTTPRequest.Method.trace, .put, .delete, .patch, .connect] {
                let answer = try await browser.send(method, "/company", headers: [:], body: nil)
                #expect([400, 404, 405].contains(answer.status.code), "\(method): \(answer.status)")
            }
            let after = try await DatabaseDigest.take(fixture.companies.test)
            #expect(DatabaseDigest.changes(before, after).isEmpty)
        }
    }
}
