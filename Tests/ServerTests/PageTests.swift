import Companies
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@Suite struct PageTests {
    @Test func every_page_shows_the_companys_own_data_escaped_and_nothing_of_the_other() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let product = try #require(try await fixture.products(of: fixture.companies.harbor).first)
            let page = try await ada.get("/trends/\(product.uuidString.lowercased())")
            let listing = try #require(page.body.firstMatch(of: #/\/trends\/[0-9a-f-]{36}\/listings\/[0-9a-f-]{36}/#))
            for path in ["/", "/trends", "/trends/\(product.uuidString)", String(listing.output)] {
                let answer = try await ada.get(path)
                #expect(answer.status == .ok, "\(path)")
                #expect(answer.body.contains("CANARY-harbor"), "\(path)")
                #expect(!answer.body.contains("CANARY-kestrel") && !answer.body.contains("CANARY-B"), "\(path)")
                #expect(!answer.body.contains("<b>Gin"), "escaped: \(path)")
            }
            let raw = try await ada.get(String(listing.output))
            #expect(raw.body.contains("book-2025-11-17.csv"))
        }
    }

    @Test func another_companys_id_and_no_id_at_all_are_the_same_404() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let theirs = try #require(try await fixture.products(of: fixture.companies.kestrel).first)
            let ours = try #require(try await fixture.products(of: fixture.companies.harbor).first)
            func shape(_ path: String) async throws -> String {
                let answer = try await ada.get(path)
                #expect(answer.status == .notFound, "\(path)")
                // Only the id to quote differs.
                return answer.body.replacing(#/<code>[^<]*<\/code>/#, with: "")
                    .replacing(#/[0-9a-f]{16,}/#, with: "")
            }
            let missing = try await shape("/trends/\(UUID().uuidString)")
            for path in [
                "/trends/\(theirs.uuidString)", "/trends/not-an-id", "/trends/\(theirs.uuidString)/listings/\(UUID())",
                "/trends/\(ours.uuidString)/listings/\(UUID())",
            ] {
                let found = try await shape(path)
                #expect(found == missing, "\(path)")
            }
        }
    }

    @Test func nobody_gets_in_without_signing_in() async throws {
        try await WebFixture.with { fixture in
            let stranger = Browser(client: fixture.client)
            for path in ["/", "/trends?sort=name", "/trends/\(UUID())"] {
                let answer = try await stranger.get(path)
                #expect(answer.status == .seeOther)
                #expect(answer.headers[.location]?.hasPrefix("/sign-in") == true)
                #expect(!answer.body.contains("CANARY"))
            }
            let api = try await stranger.get("/api/v1/trends")
            #expect(api.status == .unauthorized && api.body.contains("\"success\":false"))
        }
    }

    @Test func a_page_is_not_sent_again_while_it_is_the_same() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let first = try await ada.get("/trends")
            let tag = try #require(first.headers[.eTag])
            #expect(first.headers[.cacheControl] == "private, no-cache")
            let second = try await ada.get("/trends", headers: [.ifNoneMatch: tag])
            #expect(second.status == .notModified && second.body.isEmpty)
            let bob = try await fixture.browser("bob")
            let other = try await bob.get("/trends", headers: [.ifNoneMatch: tag])
            #expect(other.status == .ok && other.body.contains("CANARY-kestrel"))
        }
    }

    @Test func every_answer_carries_the_security_headers() async throws {
        try await WebFixture.with(isProduction: true) { fixture in
            let browser = Browser(client: fixture.client)
            for path in ["/sign-in", "/health", "/", "/nowhere", "/api/v1/nowhere", "/assets/none.css"] {
                let answer = try await browser.get(path)
                let policy = try #require(
                    answer.headers[HTTPField.Name("content-security-policy") ?? .accept], "\(path)")
                #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
                #expect(!policy.contains("unsafe"))
                #expect(answer.headers[HTTPField.Name("x-content-type-options") ?? .accept] == "nosniff", "\(path)")
                #expect(answer.headers[HTTPField.Name("strict-transport-security") ?? .accept] != nil, "\(path)")
                for cookie in answer.headers[values: .setCookie] {
                    #expect(cookie.hasPrefix("__Host-") && cookie.contains("Secure") && cookie.contains("HttpOnly"))
                    #expect(cookie.contains("SameSite=Lax") && cookie.contains("Path=/") && !cookie.contains("Domain"))
                }
            }
        }
    }

    @Test func assets_are_named_by_their_content_and_kept_for_ever() async throws {
        try await WebFixture.with { fixture in
            let browser = Browser(client: fixture.client)
            let page = try await browser.get("/sign-in")
            let names = page.body.matches(of: #/\/assets\/[a-z]+\.[0-9a-f]{12}\.[a-z]+/#).map { String($0.output) }
            #expect(Set(names).count >= 2)
            for name in names {
                let asset = try await browser.get(name)
                #expect(asset.status == .ok)
                #expect(asset.headers[.cacheControl]?.contains("immutable") == true)
            }
            for path in ["/assets/..%2FPackage.swift", "/assets/%2e%2e%2fPackage.swift", "/assets/tidemark.css"] {
                let refused = try await browser.get(path)
                #expect(refused.status == .notFound, "\(path)")
            }
        }
    }

    @Test func odd_addresses_are_answered_not_crashed_on() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            for path in [
                "/trends?cursor=%00%ff", "/trends?limit=99999999999999999999", "/trends?sort=1e400&tier=%F0%9F",
                "/trends?category=" + String(repeating: "a", count: 5_000), "/trends?&&&===", "/trends?cursor=AAAA",
                "/trends?min_sources=-1&limit=0",
            ] {
                let answer = try await ada.get(path)
                #expect(answer.status == .ok, "\(path.prefix(60)) \(answer.status)")
            }
        }
    }

    @Test func paging_leads_forth_and_back() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let first = try await ada.get("/trends?limit=10")
            let next = try #require(
                first.body.firstMatch(
                    of:
                        #/href="(\/trends\?cursor=[^"]+)"[^>]*rel="next"|rel="next"[^>]*href="(\/trends\?cursor=[^"]+)"/#
                ))
            let path = (next.output.1 ?? next.output.2).map { $0.replacing("&amp;", with: "&") }
            let second = try await ada.get(try #require(path).description)
            #expect(second.body.contains("11–12 of 12"))
        }
    }
}
