import Companies
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@Suite struct SignInPageTests {
    @Test func signing_in_leads_on_and_signing_out_ends_it_on_the_server() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let token = ada.cookie("tidemark-session")
            let home = try await ada.get("/")
            #expect(home.status == .ok)
            let out = try await ada.post("/sign-out", ["csrf": Browser.token(in: home.body)])
            #expect(out.status == .seeOther && ada.cookie("tidemark-session") == nil)
            // The old cookie is worth nothing any more.
            ada.setCookie("tidemark-session", token)
            let after = try await ada.get("/")
            #expect(after.status == .seeOther)
        }
    }

    @Test func wrong_words_are_answered_alike_for_known_and_unknown_people() async throws {
        try await WebFixture.with { fixture in
            func attempt(_ email: String) async throws -> (HTTPResponse.Status, String) {
                let browser = Browser(client: fixture.client)
                let form = try await browser.get("/sign-in")
                let answer = try await browser.post(
                    "/sign-in", ["csrf": Browser.token(in: form.body), "email": email, "password": "wrong wrong wrong"])
                let body = answer.body.replacing(Browser.token(in: answer.body), with: "").replacing(email, with: "")
                return (answer.status, body)
            }
            let known = try await attempt("ada@example.com")
            let unknown = try await attempt("eve@example.com")
            #expect(known.0 == .unauthorized && unknown.0 == .unauthorized)
            #expect(known.1 == unknown.1)
        }
    }

    @Test(arguments: [
        "//evil.example", "/\\evil.example", "https:evil.example", "https://evil.example", "/%0d%0aX: y", "",
    ])
    func signing_in_never_leads_to_another_site(next: String) async throws {
        try await WebFixture.with { fixture in
            let browser = Browser(client: fixture.client)
            let form = try await browser.get("/sign-in")
            let answer = try await browser.post(
                "/sign-in",
                [
                    "csrf": Browser.token(in: form.body), "email": "ada@example.com", "password": WebFixture.password,
                    "next": next,
                ])
            #expect(answer.status == .seeOther)
            let location = try #require(answer.headers[.location])
            #expect(location.hasPrefix("/") && !location.hasPrefix("//") && !location.contains("\\"))
        }
    }

    @Test func forms_without_the_right_token_are_refused() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let bob = try await fixture.browser("bob")
            let foreign = Browser.token(in: try await bob.get("/").body)
            for token in ["", "x", foreign, String(repeating: "A", count: 86)] {
                let answer = try await ada.post("/sign-out", ["csrf": token])
                #expect(answer.status == .badRequest, "\(token.prefix(10))")
            }
            let stillIn = try await ada.get("/")
            #expect(stillIn.status == .ok)
            let login = try await Browser(client: fixture.client).post(
                "/sign-in", ["email": "ada@example.com", "password": WebFixture.password])
            #expect(login.status == .badRequest)
        }
    }

    @Test func forms_from_other_sites_are_refused() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let token = Browser.token(in: try await ada.get("/").body)
            let site = try #require(HTTPField.Name("sec-fetch-site"))
            for headers: HTTPFields in [
                [site: "cross-site"], [site: "same-site"], [.origin: "https://evil.example"], [.origin: "null"], [:],
            ] {
                let answer = try await ada.post("/sign-out", ["csrf": token], headers: headers)
                #expect(answer.status == .badRequest, "\(headers)")
            }
        }
    }

    @Test func other_bodies_are_refused() async throws {
        try await WebFixture.with { fixture in
            let browser = Browser(client: fixture.client)
            let site = try #require(HTTPField.Name("sec-fetch-site"))
            let json = try await browser.post(
                "/sign-in", ["email": "x"], headers: [site: "same-origin", .contentType: "application/json"])
            #expect(json.status == .badRequest)
            let large = try await browser.post("/sign-in", ["email": String(repeating: "x", count: 20_000)])
            #expect(large.status.code == 413 || large.status.code == 429)
        }
    }

    @Test(arguments: [
        "tidemark-session=x", "tidemark-session=", "tidemark-session=a; tidemark-session=b", "=;;;=", "a",
    ])
    func odd_cookies_are_nobody(cookie: String) async throws {
        try await WebFixture.with { fixture in
            let answer = try await Browser(client: fixture.client).get("/", headers: [.cookie: cookie])
            #expect(answer.status == .seeOther)
        }
    }
}
