import Companies
import Foundation
import HTTPTypes
import Postgres
import TestSupport
import Testing
import Vault

/// What a session is carried by, and what it is not.
@Suite struct SessionSecurityTests {
    private static let name = "tidemark-session"

    @Test func s_001_signing_in_makes_a_new_token() async throws {
        try await WebFixture.with { fixture in
            let planted = SecretToken().text
            let browser = Browser(client: fixture.client)
            browser.setCookie(Self.name, planted)
            #expect(try await browser.signIn("ada@example.com", WebFixture.password) == .seeOther)
            let first = try #require(browser.cookie(Self.name))
            #expect(first != planted)
            #expect(try await browser.signIn("ada@example.com", WebFixture.password) == .seeOther)
            #expect(browser.cookie(Self.name) != first)
            browser.setCookie(Self.name, planted)
            #expect(try await browser.get("/").status == .seeOther)
        }
    }

    @Test func s_003_the_database_has_no_token() async throws {
        try await WebFixture.with { fixture in
            let browser = try await fixture.join("olga", .owner, of: fixture.companies.harbor)
            let tokens = [Self.name, "tidemark-device", "tidemark-form"].compactMap(browser.cookie)
            #expect(tokens.count == 3)
            let owner = try await fixture.companies.test.owner()
            let tables = try await owner.fetch(
                Query<Single<String>>(
                    "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"))
            for table in tables.map(\.value) {
                try await owner.execute(SQL(unsafe: "ALTER TABLE \(table) NO FORCE ROW LEVEL SECURITY"))
                for token in tokens {
                    let bytes = try #require(Base64URL.decode(token)).map { String(format: "%02x", $0) }.joined()
                    let hits = try await owner.fetch(
                        Query<Single<Int>>(
                            "SELECT count(*) FROM \(unsafe: table) t WHERE t::text LIKE '%' || \(token) || '%' OR t::text LIKE '%' || \(bytes) || '%'"
                        ))
                    #expect(hits.first?.value == 0, "\(table)")
                }
            }
            // The negative control: the hash is found.
            let hash = try #require(SecretToken(text: tokens[0])).hash.bytes.map { String(format: "%02x", $0) }.joined()
            let found = try await owner.fetch(
                Query<Single<Int>>("SELECT count(*) FROM sessions t WHERE t::text LIKE '%' || \(hash) || '%'"))
            #expect(found.first?.value == 1)
        }
    }

    @Test func s_004_cookies_of_production_are_locked_to_the_host() async throws {
        try await WebFixture.with(isProduction: true) { fixture in
            let browser = Browser(client: fixture.client)
            let form = try await browser.get("/sign-in")
            let answer = try await browser.post(
                "/sign-in",
                ["csrf": Browser.token(in: form.body), "email": "ada@example.com", "password": WebFixture.password])
            let lines = form.headers[values: .setCookie] + answer.headers[values: .setCookie]
            #expect(lines.count == 3)
            for line in lines {
                let parts = Set(line.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) })
                #expect(
                    line.hasPrefix("__Host-") && parts.isSuperset(of: ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"]))
                #expect(!line.lowercased().contains("domain=") && line.utf8.count <= 4_096, "\(line)")
            }
        }
    }

    @Test func s_005_signing_out_ends_it_on_the_server() async throws {
        try await WebFixture.with { fixture in
            let browser = try await fixture.browser("ada")
            let token = try #require(browser.cookie(Self.name))
            let csrf = Browser.token(in: try await browser.get("/").body)
            let out = try await browser.post("/sign-out", ["csrf": csrf])
            let clear = try #require(HTTPField.Name("clear-site-data"))
            #expect(out.status == .seeOther && out.headers[clear] == "\"cache\"")
            // Whoever kept a copy of the cookie has nothing, here and on every process: the database decides.
            browser.setCookie(Self.name, token)
            #expect(try await browser.get("/").status == .seeOther)
            #expect(try await browser.get("/api/v1/trends").status == .unauthorized)
        }
    }

    @Test func s_009_a_token_counts_in_its_cookie_only() async throws {
        try await WebFixture.with { fixture in
            let browser = try await fixture.browser("ada")
            let token = try #require(browser.cookie(Self.name))
            let bare = Browser(client: fixture.client)
            let headers: [HTTPFields] = [
                [.authorization: "Bearer \(token)"], [.authorization: token],
                [try #require(HTTPField.Name("x-session")): token],
                [.cookie: "Tidemark-Session=\(token)"], [.cookie: "session=\(token)"],
            ]
            for fields in headers {
                #expect(try await bare.get("/api/v1/trends", headers: fields).status == .unauthorized, "\(fields)")
            }
            for query in ["?tidemark-session=\(token)", "?token=\(token)", "?session=\(token)"] {
                #expect(try await bare.get("/api/v1/trends" + query).status == .unauthorized)
            }
        }
    }

    @Test func s_010_odd_cookies_are_no_session_and_no_mishap() async throws {
        try await WebFixture.with { fixture in
            let browser = try await fixture.browser("ada")
            let token = try #require(browser.cookie(Self.name))
            let bare = Browser(client: fixture.client)
            var changed = Array(token)
            changed[3] = changed[3] == "A" ? "B" : "A"
            let odd = [
                "\(Self.name)=\(token); \(Self.name)=\(token)", "\(Self.name)=\(String(changed))", "\(Self.name)=",
                "\(Self.name)", "=\(token)", "\(Self.name)=\(token)\(token)", "\(Self.name)=\"\(token)\"",
                "\(Self.name)=\(String(repeating: "x", count: 12_000))", "\(Self.name)=%00", ";;;;====;",
                "\(Self.name)=\(token.dropLast())", " \(Self.name) =\(token)",
            ]
            for cookie in odd {
                let answer = try await bare.get("/", headers: [.cookie: cookie])
                #expect(answer.status == .seeOther, "\(cookie.prefix(40)): \(answer.status)")
            }
            #expect(try await bare.get("/", headers: [.cookie: "a=b; \(Self.name)=\(token); c"]).status == .ok)
        }
    }

    /// S-012, S-043: what was kept by browser or server for one person or company is given to no other.
    @Test func s_012_s_043_nothing_kept_reaches_anybody_else() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let bob = try await fixture.browser("bob")
            for path in ["/", "/trends", "/api/v1/trends"] {
                let hers = try await ada.get(path)
                let tag = try #require(hers.headers[.eTag])
                let his = try await bob.get(path, headers: [.ifNoneMatch: tag])
                #expect(his.status == .ok && his.headers[.eTag] != tag && !his.body.contains("CANARY-harbor"))
                // After signing out her own tag opens nothing either.
                let gone = try await Browser(client: fixture.client).get(path, headers: [.ifNoneMatch: tag])
                #expect(
                    gone.status.code == (path.hasPrefix("/api") ? 401 : 303) && gone.body.contains("CANARY") == false)
                #expect(
                    hers.headers[.cacheControl] == "private, no-cache"
                        && hers.headers[.vary]?.contains("cookie") == true)
            }
        }
    }

    /// S-044, S-047: a right that was taken is gone at the next request, and in the middle of one.
    @Test func s_044_s_047_a_right_that_was_taken_is_gone() async throws {
        try await WebFixture.with { fixture in
            let admin = try await fixture.join("adam", .admin, of: fixture.companies.harbor)
            let id = try await fixture.identity("adam")
            #expect(try await admin.get("/company").status == .ok)
            try await fixture.companies.database.transaction(in: fixture.companies.harbor.id) {
                _ = try await $0.execute("UPDATE members SET role = 'viewer' WHERE identity_id = \(id)")
            }
            #expect(try await admin.get("/company").status == .forbidden)
            try await fixture.companies.database.transaction(in: fixture.companies.harbor.id) {
                _ = try await $0.execute("DELETE FROM members WHERE identity_id = \(id)")
            }
            let next = try await admin.get("/company")
            #expect(next.status == .seeOther && next.headers[.location] == "/account/companies")
            #expect(try await admin.get("/api/v1/trends").status == .forbidden)
        }
    }
}
