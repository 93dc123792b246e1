import Companies
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Postgres
import TestSupport
import Testing

/// What people do with their own account.
@Suite struct AccountTests {
    private func run(_ sql: String, _ fixture: WebFixture) async throws {
        try await fixture.companies.test.owner().runScript(sql)
    }

    private func identity(_ name: String, _ fixture: WebFixture) async throws -> UUID {
        let rows = try await fixture.companies.test.owner().fetch(
            Query<Single<UUID>>("SELECT identity_id FROM identities WHERE email = \(name + "@example.com")"))
        return try #require(rows.first?.value)
    }

    /// Lets a person into one more company.
    private func join(_ name: String, _ company: Company, _ fixture: WebFixture) async throws {
        _ = try await CompanyRegistry(database: fixture.companies.database).addMember(
            to: company.id, email: "\(name)@example.com", displayName: name, role: .viewer, passwordHash: "",
            identity: IdentityID(rawValue: UUID()), at: fixture.companies.now)
    }

    @Test func a_person_of_two_companies_goes_from_one_to_the_other_and_to_no_third() async throws {
        try await WebFixture.with { fixture in
            let (harbor, kestrel) = (fixture.companies.harbor, fixture.companies.kestrel)
            try await join("ada", kestrel, fixture)
            let (ada, bob) = (try await fixture.browser("ada"), try await fixture.browser("bob"))
            let page = try await ada.get("/account")
            #expect(page.status == .ok && page.body.contains(harbor.name) && page.body.contains(kestrel.name))
            #expect(page.headers[.cacheControl] == "no-store")
            let went = try await ada.post(
                "/account/company", ["csrf": Browser.token(in: page.body), "company": kestrel.id.description])
            #expect(went.status == .seeOther && went.headers[.location] == "/account?done=company")
            #expect(try await ada.get("/trends").body.contains("CANARY-kestrel"))
            // Bob is in Kestrel only.
            let his = try await bob.get("/account")
            #expect(!his.body.contains(harbor.name))
            for id in [harbor.id.description, UUID().uuidString, "x", ""] {
                let answer = try await bob.post(
                    "/account/company", ["csrf": Browser.token(in: his.body), "company": id])
                #expect(answer.status == .notFound)
            }
            #expect(try await bob.get("/trends").body.contains("CANARY-kestrel"))
        }
    }

    @Test func a_removed_member_chooses_another_company_or_is_told_that_there_is_none() async throws {
        try await WebFixture.with { fixture in
            try await join("ada", fixture.companies.kestrel, fixture)
            let (ada, bob) = (try await fixture.browser("ada"), try await fixture.browser("bob"))
            let account = try await ada.get("/account")
            let here = try await ada.post(
                "/account/company",
                ["csrf": Browser.token(in: account.body), "company": fixture.companies.harbor.id.description])
            #expect(here.status == .seeOther)
            for (name, company) in [("ada", fixture.companies.harbor), ("bob", fixture.companies.kestrel)] {
                let person = try await identity(name, fixture)
                _ = try await fixture.companies.database.transaction(in: company.id) { transaction in
                    try await transaction.execute("DELETE FROM members WHERE identity_id = \(person)")
                }
            }
            for path in ["/", "/trends", "/account"] {
                let answer = try await ada.get(path)
                #expect(answer.status == .seeOther && answer.headers[.location] == "/account/companies", "\(path)")
            }
            let api = try await ada.get("/api/v1/trends")
            #expect(api.status == .forbidden && api.body.contains("company_needed"))
            let chooser = try await ada.get("/account/companies")
            #expect(chooser.body.contains("Kestrel") && !chooser.body.contains("Harbor"))
            let went = try await ada.post(
                "/account/company",
                ["csrf": Browser.token(in: chooser.body), "company": fixture.companies.kestrel.id.description])
            #expect(went.status == .seeOther)
            #expect(try await ada.get("/").status == .ok)
            let nothing = try await bob.get("/account/companies")
            #expect(nothing.status == .ok && nothing.body.contains("You are in no company"))
            let out = try await bob.post("/sign-out", ["csrf": Browser.token(in: nothing.body)])
            #expect(out.status == .seeOther)
        }
    }

    @Test func a_person_sees_and_ends_their_own_sessions_only() async throws {
        try await WebFixture.with { fixture in
            let (ada, elsewhere, bob) = (
                try await fixture.browser("ada"), try await fixture.browser("ada"), try await fixture.browser("bob")
            )
            let page = try await ada.get("/account")
            #expect(page.body.contains("You are signed in with 2 browsers"))
            let theirs = try await fixture.companies.test.owner().fetch(
                Query<Single<UUID>>(
                    """
                    SELECT s.session_id FROM sessions s JOIN identities i USING (identity_id) WHERE i.email = 'bob@example.com'
                    """))
            let bobs = try #require(theirs.first?.value)
            #expect(!page.body.contains(bobs.uuidString.lowercased()))
            let token = Browser.token(in: page.body)
            let tried = try await ada.post("/account/sessions", ["csrf": token, "session": bobs.uuidString])
            #expect(tried.status == .seeOther && tried.headers[.location] == "/account")
            #expect(try await bob.get("/").status == .ok)
            #expect(try await ada.post("/account/sessions", ["csrf": token, "session": "x"]).status == .notFound)
            #expect(try await ada.post("/account/sessions", ["csrf": "x"]).status == .badRequest)
            #expect(try await elsewhere.get("/").status == .ok)
            let ended = try await ada.post("/account/sessions", ["csrf": token])
            #expect(ended.headers[.location] == "/account?done=ended")
            #expect(try await elsewhere.get("/").status == .seeOther)
            #expect(try await ada.get("/").status == .ok)
        }
    }

    @Test func a_new_password_ends_everything_else() async throws {
        try await WebFixture.with { fixture in
            let (ada, elsewhere) = (try await fixture.browser("ada"), try await fixture.browser("ada"))
            let good = "wandering quartz fjord"
            func change(_ present: String, _ new: String, _ again: String) async throws -> Browser.Answer {
                let form = try await ada.get("/account/password")
                return try await ada.post(
                    "/account/password",
                    ["csrf": Browser.token(in: form.body), "present": present, "password": new, "again": again])
            }
            let before = ada.cookie("tidemark-session")
            for (answer, status) in [
                (try await change("wrong", good, good), HTTPResponse.Status.forbidden),
                (try await change(WebFixture.password, good, good + "x"), .unprocessableContent),
                (try await change(WebFixture.password, "short", "short"), .unprocessableContent),
                (try await change(WebFixture.password, "password1234", "password1234"), .unprocessableContent),
                (try await change(WebFixture.password, "harborharbor1", "harborharbor1"), .unprocessableContent),
            ] {
                #expect(answer.status == status && answer.body.contains("Nothing was changed"))
                #expect(!answer.body.contains(good) && !answer.body.contains(WebFixture.password))
            }
            #expect(try await elsewhere.get("/").status == .ok)
            let changed = try await change(WebFixture.password, good, good)
            #expect(changed.status == .seeOther && changed.headers[.location] == "/account?done=password")
            #expect(ada.cookie("tidemark-session") != before)
            #expect(try await ada.get("/").status == .ok)
            #expect(try await elsewhere.get("/").status == .seeOther)
            let stranger = Browser(client: fixture.client)
            #expect(try await stranger.signIn("ada@example.com", WebFixture.password) == .unauthorized)
            #expect(try await stranger.signIn("ada@example.com", good) == .seeOther)
            // Whoever has the cookie of before has nothing.
            stranger.setCookie("tidemark-session", before)
            #expect(try await stranger.get("/").status == .seeOther)
        }
    }

    @Test func admins_and_operators_say_again_who_they_are_after_a_quarter_of_an_hour() async throws {
        try await WebFixture.with { fixture in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor, staff: .operator)
            for path in ["/jobs", "/staff/jobs"] {
                let first = try await eve.get(path)
                #expect(first.status == .ok)
                let form = Browser.token(in: first.body)
                try await run("UPDATE sessions SET confirmed_at = now() - interval '15 minutes 1 second'", fixture)
                let stopped = try await eve.get(path)
                let place = "/account/confirm?next=" + path.replacing("/", with: "%2F")
                #expect(stopped.status == .seeOther && stopped.headers[.location] == place)
                let sent = try await eve.post(path + "/pauses", ["csrf": form, "scope": "queue:standard"])
                #expect(sent.status == .seeOther && sent.headers[.location]?.hasPrefix("/account/confirm") == true)
                // What everybody may read is read on.
                #expect(try await eve.get("/trends").status == .ok)
                let asked = try await eve.get(place)
                #expect(asked.status == .ok)
                let token = Browser.token(in: asked.body)
                let wrong = try await eve.post("/account/confirm", ["csrf": token, "next": path, "password": "wrong"])
                #expect(wrong.status == .forbidden)
                #expect(try await eve.get(path).status == .seeOther)
                let before = eve.cookie("tidemark-session")
                let right = try await eve.post(
                    "/account/confirm", ["csrf": token, "next": path, "password": WebFixture.password])
                #expect(right.status == .seeOther && right.headers[.location] == path)
                #expect(eve.cookie("tidemark-session") != before)
                #expect(try await eve.get(path).status == .ok)
            }
            try await run("UPDATE sessions SET confirmed_at = now() - interval '16 minutes'", fixture)
            let api = try await eve.get("/api/v1/jobs")
            #expect(api.status == .forbidden && api.body.contains("confirmation_needed"))
        }
    }

    @Test func a_browser_is_known_after_the_first_sign_in() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let device = try #require(ada.cookie("tidemark-device"))
            for _ in 0..<11 { _ = try await Browser(client: fixture.client).signIn("ada@example.com", "wrong") }
            let stranger = Browser(client: fixture.client)
            let form = try await stranger.get("/sign-in")
            let refused = try await stranger.post(
                "/sign-in",
                ["csrf": Browser.token(in: form.body), "email": "ada@example.com", "password": WebFixture.password])
            #expect(refused.status == .tooManyRequests && refused.headers[.retryAfter] != nil)
            #expect(refused.body.contains("Too many tries"))
            stranger.setCookie("tidemark-device", device)
            #expect(try await stranger.signIn("ada@example.com", WebFixture.password) == .seeOther)
        }
    }
}
