import Companies
import Foundation
import HTTPTypes
import Postgres
import TestSupport
import Testing

@testable import Server

/// What every answer carries, and what bad input comes to.
@Suite struct AnswerSecurityTests {
    private static let headers = [
        "content-security-policy", "x-content-type-options", "referrer-policy", "cross-origin-opener-policy",
        "cross-origin-resource-policy", "x-frame-options", "x-request-id",
    ]

    @Test func s_022_s_088_s_089_every_answer_tells_the_browser_what_to_refuse() async throws {
        try await WebFixture.with(isProduction: true, jobs: WebFixture.kinds) { fixture in
            let places = try await Places(fixture, of: fixture.companies.harbor)
            let nobody = Browser(client: fixture.client)
            var policies: Set<String> = []
            let odd = [
                "/nothing", "/trends/x", "/api/v1/nothing", "/assets/none.css", "/%2e%2e/etc/passwd", "/trends?page=-1",
            ]
            for path in AccessPolicy.rules.map({ places.path($0.pattern) }) + odd {
                for method in [HTTPRequest.Method.get, .post, .head, .put] {
                    let answer = try await nobody.send(method, path, headers: [:], body: nil)
                    for name in Self.headers {
                        #expect(
                            HTTPField.Name(name).flatMap { answer.headers[$0] } != nil, "\(method) \(path): \(name)")
                    }
                    let transport = HTTPField.Name("strict-transport-security").flatMap { answer.headers[$0] }
                    #expect(transport == "max-age=31536000; includeSubDomains", "\(method) \(path)")
                    for name in ["server", "x-powered-by"] {
                        #expect(HTTPField.Name(name).flatMap { answer.headers[$0] } == nil, "\(method) \(path)")
                    }
                    let policy = HTTPField.Name("content-security-policy").flatMap { answer.headers[$0] } ?? ""
                    policies.insert(policy)
                }
            }
            // One policy for all: no nonce that could be reused, nothing inline, no other site, no frames.
            #expect(policies.count == 1)
            let policy = try #require(policies.first)
            for part in [
                "default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'",
                "base-uri 'none'",
                "form-action 'self'", "require-trusted-types-for 'script'",
            ] {
                #expect(policy.contains(part), "\(part)")
            }
            #expect(!policy.contains("unsafe") && !policy.contains("nonce") && !policy.contains("*"))
        }
    }

    /// S-073, S-075, S-078, S-084: whatever stands in an address is a value or nothing, never a mishap and never a statement.
    @Test func s_073_s_075_s_078_bad_addresses_are_answered() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let browser = try await fixture.join("olga", .owner, of: fixture.companies.harbor, staff: .operator)
            let before = try await DatabaseDigest.take(fixture.companies.test)
            let values = [
                "%27%3B%20DROP%20TABLE%20sessions%3B--", "%27%20OR%20%271%27%3D%271", "%22", "%00",
                "..%2F..%2Fetc%2Fpasswd",
                "%2e%2e%2f", "..%5C", "%C0%AE%C0%AE%2F", "9223372036854775807", "-9223372036854775808",
                "99999999999999999999999", "1e999", "NaN", "-1", "0", "%F0%9F%8D%B7", "%E2%80%AE",
                "%0d%0aSet-Cookie:%20a=b",
                "%24%7B7*7%7D", "%7B%7B7*7%7D%7D", String(repeating: "a", count: 3_000),
            ]
            let names = [
                "page", "size", "sort", "order", "category", "tier", "source", "min_sources", "status", "kind", "queue",
                "company", "id", "cursor", "area", "person", "from", "until", "before", "next", "done", "act",
            ]
            let lists = [
                "/trends", "/api/v1/trends", "/jobs", "/staff/jobs", "/api/v1/jobs", "/company/audit", "/account",
            ]
            for value in values {
                for path in [
                    "/trends/\(value)", "/api/v1/products/\(value)", "/jobs/\(value)", "/assets/\(value)",
                    "/company/connections/\(value)",
                ] {
                    let answer = try await browser.get(path)
                    #expect([400, 404].contains(answer.status.code), "\(path): \(answer.status)")
                    #expect(HTTPField.Name("set-cookie").flatMap { answer.headers[$0] } == nil)
                }
                for list in lists {
                    let query = names.map { "\($0)=\(value)" }.joined(separator: "&")
                    let answer = try await browser.get("\(list)?\(value.count > 100 ? "sort=" + value : query)")
                    #expect(answer.status.code < 500, "\(list) \(value): \(answer.status)")
                    for word in ["SQLSTATE", "postgres", "Fatal", "syntax error", "/Sources/", "ERROR:"] {
                        #expect(!answer.body.contains(word), "\(list) \(value): \(word)")
                    }
                }
            }
            // S-084: of equal names the first counts.
            let first = try await browser.get("/company/audit?area=member&area=session").body
            #expect(first.contains("value=\"member\" selected=\"\""))
            let after = try await DatabaseDigest.take(fixture.companies.test)
            #expect(DatabaseDigest.changes(before, after).isEmpty)
        }
    }

    @Test func s_017_forms_are_forms_and_nothing_else() async throws {
        try await WebFixture.with { fixture in
            let browser = try await fixture.join("olga", .owner, of: fixture.companies.harbor)
            let token = Browser.token(in: try await browser.get("/").body)
            let site = try #require(HTTPField.Name("sec-fetch-site"))
            for type in ["text/plain", "application/json", "multipart/form-data; boundary=x", "", "application/xml"] {
                let answer = try await browser.post(
                    "/company", ["csrf": token, "name": "taken", "currency": "USD", "zone": "UTC"],
                    headers: [site: "same-origin", .contentType: type])
                #expect(answer.status == .badRequest, "\(type)")
            }
            let rows = try await fixture.companies.database.read(
                in: fixture.companies.harbor.id,
                Query<Single<String>>("SELECT name FROM companies WHERE name = 'taken'"))
            #expect(rows.isEmpty)
        }
    }
}
