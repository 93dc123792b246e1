import Companies
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Postgres
import TestSupport
import Testing
import Vault

/// The second factor through the server: setting it up, signing in with it, and no way around it.
@Suite struct SecondFactorPageTests {
    private func run(_ sql: String, _ fixture: WebFixture) async throws {
        try await fixture.companies.test.owner().runScript(sql)
    }

    /// Sets it up as a person does: from the page's text, with an app of our own.
    private func enrol(_ browser: Browser, _ fixture: WebFixture) async throws -> (
        app: AuthenticatorApp, codes: [String]
    ) {
        let before = try await browser.get("/account/second-factor")
        #expect(before.status == .ok && before.body.contains("Your password alone"))
        let begun = try await browser.post("/account/second-factor", ["csrf": Browser.token(in: before.body)])
        #expect(begun.status == .seeOther && begun.headers[.location] == "/account/second-factor")
        let page = try await browser.get("/account/second-factor")
        #expect(page.headers[.cacheControl] == "no-store" && page.body.contains("<svg class=\"qr\""))
        let seed = Self.piece(of: page.body, after: "secret=", until: "&")
        let app = AuthenticatorApp(seed: try #require(seed))
        let on = try await browser.post(
            "/account/second-factor/code",
            ["csrf": Browser.token(in: page.body), "code": app.code(at: fixture.clock.now)])
        #expect(on.status == .ok && on.headers[.cacheControl] == "no-store")
        let codes = on.body.components(separatedBy: "<li><code>").dropFirst().map { String($0.prefix { $0 != "<" }) }
        #expect(codes.count == 10)
        fixture.clock.advance(by: 60)
        return (app, codes)
    }

    private static func piece(of text: String, after start: String, until end: Character) -> String? {
        text.range(of: start).map { String(text[$0.upperBound...].prefix { $0 != end }) }
    }

    /// Types a code on the page after the password.
    private func type(_ code: String, _ browser: Browser, next: String = "") async throws -> Browser.Answer {
        let form = try await browser.get("/sign-in/code")
        return try await browser.post(
            "/sign-in/code", ["csrf": Browser.token(in: form.body), "code": code, "next": next])
    }

    @Test func a_person_sets_it_up_and_signs_in_with_it() async throws {
        try await WebFixture.with { fixture in
            let (ada, elsewhere) = (try await fixture.browser("ada"), try await fixture.browser("ada"))
            let old = ada.cookie("tidemark-session")
            let (app, codes) = try await enrol(ada, fixture)
            #expect(ada.cookie("tidemark-session") != old)
            #expect(try await ada.get("/").status == .ok)
            #expect(try await elsewhere.get("/").status == .seeOther)
            // Nothing of it is shown again.
            let page = try await ada.get("/account/second-factor")
            #expect(page.body.contains("10 recovery codes are left") && !page.body.contains("otpauth"))
            for secret in codes + [app.seed, String(app.seed.prefix(4))] { #expect(!page.body.contains(secret)) }
            let browser = Browser(client: fixture.client)
            #expect(try await browser.signIn("ada@example.com", WebFixture.password, next: "/trends") == .seeOther)
            #expect(browser.cookie("tidemark-session") == nil)
            let form = try await browser.get("/sign-in/code?next=%2Ftrends")
            #expect(form.status == .ok && form.headers[.cacheControl] == "no-store")
            #expect(form.body.contains("name=\"next\" value=\"/trends\""))
            for wrong in ["", "x", "000000 1", "12345", codes[0].replacing("a", with: "b") + "x"] {
                let answer = try await type(wrong, browser)
                #expect(answer.status == .unauthorized && answer.body.contains("This code is wrong"))
            }
            #expect(try await browser.post("/sign-in/code", ["csrf": "x", "code": "1"]).status == .badRequest)
            let right = try await type(app.code(at: fixture.clock.now), browser, next: "/trends")
            #expect(right.status == .seeOther && right.headers[.location] == "/trends")
            #expect(browser.cookie("tidemark-half") == nil && browser.cookie("tidemark-device") != nil)
            #expect(try await browser.get("/trends").status == .ok)
            // With a recovery code, once.
            for isGood in [true, false] {
                let other = Browser(client: fixture.client)
                _ = try await other.signIn("ada@example.com", WebFixture.password)
                let answer = try await type(codes[4].uppercased(), other)
                #expect(answer.status == (isGood ? .seeOther : .unauthorized))
            }
        }
    }

    @Test func s_030_a_code_that_signed_somebody_in_signs_nobody_else_in() async throws {
        try await WebFixture.with { fixture in
            let (app, _) = try await enrol(try await fixture.browser("ada"), fixture)
            let (first, second) = (Browser(client: fixture.client), Browser(client: fixture.client))
            for browser in [first, second] { _ = try await browser.signIn("ada@example.com", WebFixture.password) }
            let code = app.code(at: fixture.clock.now)
            #expect(try await type(code, first).status == .seeOther)
            #expect(try await type(code, second).status == .unauthorized)
        }
    }

    @Test func s_031_the_page_says_how_long_to_wait_and_signing_in_anew_changes_nothing() async throws {
        try await WebFixture.with { fixture in
            let (app, codes) = try await enrol(try await fixture.browser("ada"), fixture)
            let good = (-1...1).map { app.code(at: fixture.clock.now + Double($0 * 30)) }
            let found = (0..<10).map { "11111\($0)" }.first { !good.contains($0) }
            let bad = try #require(found)
            for _ in 0..<8 {
                let browser = Browser(client: fixture.client)
                _ = try await browser.signIn("ada@example.com", WebFixture.password)
                #expect(try await type(bad, browser).status == .unauthorized)
            }
            let browser = Browser(client: fixture.client)
            _ = try await browser.signIn("ada@example.com", WebFixture.password)
            let stopped = try await type(good[1], browser)
            #expect(stopped.status == .tooManyRequests && stopped.headers[.retryAfter] != nil)
            #expect(stopped.body.contains("not locked"))
            #expect(try await type(codes[0], browser).status == .seeOther)
        }
    }

    @Test func s_032_half_a_session_leads_nowhere_but_to_the_code() async throws {
        try await WebFixture.with { fixture in
            let (app, _) = try await enrol(try await fixture.browser("ada"), fixture)
            let browser = Browser(client: fixture.client)
            // From a browser that is known: signing in once made it so.
            _ = try await browser.signIn("ada@example.com", WebFixture.password)
            #expect(try await type(app.code(at: fixture.clock.now), browser).status == .seeOther)
            let device = browser.cookie("tidemark-device")
            let known = Browser(client: fixture.client)
            known.setCookie("tidemark-device", device)
            #expect(try await known.signIn("ada@example.com", WebFixture.password) == .seeOther)
            #expect(known.cookie("tidemark-session") == nil)
            let half = try #require(known.cookie("tidemark-half"))
            let pages = [
                "/", "/trends", "/account", "/account/second-factor", "/account/companies", "/jobs",
                "/company/security",
            ]
            // With half a session as it is, and with its token where a session's belongs.
            for session in [nil, half] {
                known.setCookie("tidemark-session", session)
                for page in pages {
                    let answer = try await known.get(page)
                    #expect(answer.status == .seeOther, "\(page)")
                    #expect(answer.headers[.location]?.hasPrefix("/sign-in") == true, "\(page)")
                    #expect(!answer.body.contains("CANARY"))
                }
                for api in ["/api/v1/trends", "/api/v1/jobs"] {
                    let answer = try await known.get(api)
                    #expect(answer.status == .unauthorized && answer.body.contains("sign_in_needed"))
                }
                let site = try #require(HTTPField.Name("sec-fetch-site"))
                for post in ["/account/second-factor/off", "/account/password", "/account/confirm", "/account/company"]
                {
                    let answer = try await known.post(post, ["csrf": "x"], headers: [site: "same-origin"])
                    #expect(answer.status == .seeOther, "\(post)")
                }
            }
            // The other way round a session is no half one.
            let mixed = Browser(client: fixture.client)
            mixed.setCookie("tidemark-half", browser.cookie("tidemark-session"))
            #expect(try await mixed.get("/sign-in/code").headers[.location] == "/sign-in")
        }
    }

    @Test func s_032_a_half_session_that_ended_leads_back_to_the_password() async throws {
        try await WebFixture.with { fixture in
            let (app, _) = try await enrol(try await fixture.browser("ada"), fixture)
            let browser = Browser(client: fixture.client)
            _ = try await browser.signIn("ada@example.com", WebFixture.password)
            let form = try await browser.get("/sign-in/code")
            try await run("UPDATE half_sessions SET created_at = now() - interval '10 minutes 1 second'", fixture)
            let answer = try await browser.post(
                "/sign-in/code", ["csrf": Browser.token(in: form.body), "code": app.code(at: fixture.clock.now)])
            #expect(answer.status == .badRequest && answer.body.contains("Your session has ended"))
            #expect(browser.cookie("tidemark-half") == nil && browser.cookie("tidemark-session") == nil)
            #expect(try await browser.get("/sign-in/code").headers[.location] == "/sign-in")
        }
    }

    @Test func s_033_new_recovery_codes_are_shown_once_and_end_the_old_ones() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let (_, old) = try await enrol(ada, fixture)
            let page = try await ada.get("/account/second-factor")
            let renewed = try await ada.post(
                "/account/second-factor/recovery-codes", ["csrf": Browser.token(in: page.body)])
            #expect(renewed.status == .ok && renewed.body.components(separatedBy: "<li><code>").count == 11)
            let new = String(
                (renewed.body.components(separatedBy: "<li><code>").last ?? "").prefix { $0 != "<" })
            for (code, isGood) in [(old[0], false), (new, true)] {
                let browser = Browser(client: fixture.client)
                _ = try await browser.signIn("ada@example.com", WebFixture.password)
                #expect(try await type(code, browser).status == (isGood ? .seeOther : .unauthorized))
            }
        }
    }

    @Test func confirming_asks_for_password_and_code_and_so_does_turning_it_off() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let (app, codes) = try await enrol(ada, fixture)
            try await run("UPDATE sessions SET confirmed_at = now() - interval '15 minutes 1 second'", fixture)
            let stopped = try await ada.get("/account/second-factor")
            #expect(stopped.headers[.location] == "/account/confirm?next=%2Faccount%2Fsecond-factor")
            let asked = try await ada.get("/account/confirm")
            #expect(asked.body.contains("name=\"code\""))
            let token = Browser.token(in: asked.body)
            for (password, code) in [
                (WebFixture.password, ""), (WebFixture.password, "abc"), ("wrong", app.code(at: fixture.clock.now)),
            ] {
                let answer = try await ada.post(
                    "/account/confirm", ["csrf": token, "password": password, "code": code])
                #expect(answer.status == .forbidden && answer.body.contains("not both right"))
            }
            let confirmed = try await ada.post(
                "/account/confirm",
                [
                    "csrf": token, "password": WebFixture.password, "code": app.code(at: fixture.clock.now),
                    "next": "/account/second-factor",
                ])
            #expect(confirmed.status == .seeOther && confirmed.headers[.location] == "/account/second-factor")
            // A new password, which takes the old one alone, is no confirmation.
            try await run("UPDATE sessions SET confirmed_at = now() - interval '15 minutes 1 second'", fixture)
            let new = "wandering quartz fjord"
            let changed = try await ada.post(
                "/account/password",
                [
                    "csrf": Browser.token(in: try await ada.get("/account/password").body),
                    "present": WebFixture.password, "password": new, "again": new,
                ])
            #expect(changed.headers[.location] == "/account?done=password")
            #expect(
                try await ada.get("/account/second-factor").headers[.location]?.hasPrefix("/account/confirm") == true)
            try await run("UPDATE sessions SET confirmed_at = now()", fixture)
            let page = try await ada.get("/account/second-factor")
            let form = Browser.token(in: page.body)
            // The code is spent by now.
            let again = try await ada.post(
                "/account/second-factor/off",
                ["csrf": form, "password": new, "code": app.code(at: fixture.clock.now)])
            #expect(again.status == .forbidden)
            let off = try await ada.post(
                "/account/second-factor/off", ["csrf": form, "password": new, "code": codes[9]])
            #expect(off.status == .seeOther && off.headers[.location] == "/account?done=factorOff")
            #expect(try await ada.get("/account?done=factorOff").body.contains("Your second factor is off"))
            let browser = Browser(client: fixture.client)
            #expect(try await browser.signIn("ada@example.com", new) == .seeOther)
            #expect(browser.cookie("tidemark-session") != nil)
        }
    }

    @Test func a_wrong_first_code_and_one_that_came_too_late_change_nothing() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let before = try await ada.get("/account/second-factor")
            let csrf = Browser.token(in: before.body)
            #expect(try await ada.post("/account/second-factor", ["csrf": "x"]).status == .badRequest)
            _ = try await ada.post("/account/second-factor", ["csrf": csrf])
            let page = try await ada.get("/account/second-factor")
            let seed = Self.piece(of: page.body, after: "secret=", until: "&")
            let app = AuthenticatorApp(seed: try #require(seed))
            for code in ["", "abcdef", app.code(at: fixture.clock.now + 300)] {
                let answer = try await ada.post("/account/second-factor/code", ["csrf": csrf, "code": code])
                #expect(answer.status == .unprocessableContent && answer.body.contains(app.seed))
            }
            try await run("UPDATE second_factors SET started_at = now() - interval '11 minutes'", fixture)
            let late = try await ada.post(
                "/account/second-factor/code", ["csrf": csrf, "code": app.code(at: fixture.clock.now)])
            #expect(late.status == .conflict && late.body.contains("Begin again") && !late.body.contains(app.seed))
            let bob = try await fixture.browser("bob")
            #expect(try await !bob.get("/account/second-factor").body.contains(app.seed))
            #expect(try await Browser(client: fixture.client).get("/account/second-factor").status == .seeOther)
        }
    }

    @Test func s_032_a_company_that_demands_it_shows_nothing_before_it_is_set_up() async throws {
        try await WebFixture.with { fixture in
            let (harbor, kestrel) = (fixture.companies.harbor, fixture.companies.kestrel)
            let owner = try await fixture.join("olga", .owner, of: harbor)
            let (ada, bob) = (try await fixture.browser("ada"), try await fixture.browser("bob"))
            let page = try await owner.get("/company/security")
            #expect(page.status == .ok && page.body.contains("Of 2 members, 0 have a second factor"))
            let csrf = Browser.token(in: page.body)
            #expect(
                try await owner.post("/company/security", ["csrf": csrf, "second-factor": "x"]).status == .badRequest)
            #expect(
                try await owner.post("/company/security", ["csrf": "x", "second-factor": "on"]).status == .badRequest)
            #expect(try await ada.get("/").status == .ok)
            let saved = try await owner.post("/company/security", ["csrf": csrf, "second-factor": "on"])
            #expect(saved.headers[.location] == "/company/security?saved=1")
            for browser in [ada, owner] {
                for path in ["/", "/trends", "/jobs", "/company/security"] {
                    let answer = try await browser.get(path)
                    #expect(
                        answer.status == .seeOther && answer.headers[.location] == "/account/second-factor", "\(path)")
                    #expect(!answer.body.contains("CANARY"))
                }
                let api = try await browser.get("/api/v1/trends")
                #expect(api.status == .forbidden && api.body.contains("second_factor_needed"))
            }
            // Kestrel demands nothing.
            #expect(try await bob.get("/").status == .ok)
            let led = try await ada.get("/account")
            #expect(led.status == .ok && !led.body.contains("CANARY-harbor"))
            _ = try await enrol(ada, fixture)
            #expect(try await ada.get("/").status == .ok)
            _ = try await enrol(owner, fixture)
            let now = try await owner.get("/company/security")
            #expect(now.body.contains("Of 2 members, 2 have a second factor"))
            _ = try await owner.post(
                "/company/security", ["csrf": Browser.token(in: now.body), "second-factor": "off"])
            let third = try await fixture.join("tom", .viewer, of: harbor)
            #expect(try await third.get("/").status == .ok)
            // Only owners may say so, each for their own company.
            let admin = try await fixture.join("ann", .admin, of: kestrel)
            let seen = try await admin.get("/company/security")
            #expect(seen.status == .ok && !seen.body.contains("name=\"second-factor\""))
            #expect(try await third.get("/company/security").status == .forbidden)
            for browser in [admin, third] {
                let token = Browser.token(in: try await browser.get("/account").body)
                let answer = try await browser.post("/company/security", ["csrf": token, "second-factor": "on"])
                #expect(answer.status == .forbidden)
            }
            #expect(try await bob.get("/").status == .ok)
        }
    }
}
