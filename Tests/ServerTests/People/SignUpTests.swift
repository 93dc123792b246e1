import Companies
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Mail
import Postgres
import TestSupport
import Testing

/// Making a company of one's own.
@Suite struct SignUpTests {
    private static let password = "wandering quartz fjord"

    private func ask(_ browser: Browser, _ changes: [String: String] = [:]) async throws -> Browser.Answer {
        let form = try await browser.get("/sign-up")
        let fields = [
            "csrf": Browser.token(in: form.body), "company": "Quay & Söhne", "name": "Nora",
            "email": "nora@example.com",
            "password": Self.password, "again": changes["password"] ?? Self.password,
        ]
        return try await browser.post("/sign-up", fields.merging(changes) { $1 })
    }

    private func confirm(_ browser: Browser, _ password: String = Self.password) async throws -> Browser.Answer {
        let form = try await browser.get("/forgot-password")
        return try await browser.post(
            "/sign-up/confirm", ["csrf": Browser.token(in: form.body), "password": password])
    }

    @Test func a_company_is_made_once_its_owner_has_read_the_mail() async throws {
        try await PostOffice.with { fixture, office in
            let nora = Browser(client: fixture.client)
            #expect(try await nora.get("/sign-in").body.contains("href=\"/sign-up\""))
            let asked = try await ask(nora)
            #expect(asked.status == .seeOther && asked.headers[.location] == "/sign-up/sent")
            #expect(try await nora.get("/sign-up/sent").body.contains("24 hours"))
            #expect(try await fixture.number("SELECT count(*) FROM identities WHERE email = 'nora@example.com'") == 0)
            let mail = try #require(try await office.deliver().first)
            // What was typed is not in it: whoever typed it need not be who reads it.
            #expect(!mail.text.contains("Quay") && !mail.text.contains("Nora"))
            let link = try PostOffice.link(in: mail)
            #expect(try await nora.get(link).headers[.location] == "/sign-up/confirm")
            let page = try await nora.get("/sign-up/confirm")
            #expect(page.body.contains("Make Quay &amp; Söhne") && page.headers[.cacheControl] == "no-store")
            let made = try await confirm(nora)
            #expect(made.status == .seeOther && made.headers[.location] == "/")
            let members = try await nora.get("/company/members")
            #expect(members.body.contains("1 member") && members.body.contains("owner"))
            let company = try await nora.get("/company")
            #expect(company.body.contains("quay-sohne"))
            #expect(!(try await nora.get("/trends").body.contains("CANARY")))
            _ = try await nora.get(link)
            #expect(try await nora.get("/sign-up/confirm").status == .gone)
            #expect(try await fixture.number("SELECT count(*) FROM sign_ups") == 0)
        }
    }

    @Test func known_and_unknown_addresses_get_the_same_answer_S_026() async throws {
        try await PostOffice.with { fixture, office in
            var seen: [[String]] = []
            for address in ["ada@example.com", "nora@example.com"] {
                let answer = try await ask(Browser(client: fixture.client), ["email": address])
                let varying: Set<String> = ["date", "x-request-id", "traceresponse"]
                let headers = answer.headers.filter { !varying.contains($0.name.canonicalName) }
                seen.append(["\(answer.status)", answer.body] + headers.map { "\($0)" }.sorted())
            }
            #expect(seen[0] == seen[1])
            let mails = try await office.deliver()
            let known = try #require(mails.first { $0.recipient == "ada@example.com" })
            #expect(mails.count == 2 && known.text.contains("already") && !known.text.contains("/sign-up/confirm/"))
            #expect(try await fixture.number("SELECT count(*) FROM sign_ups WHERE email = 'ada@example.com'") == 0)
        }
    }

    /// Somebody signs up beforehand with another's address and a password of their own.
    @Test func who_reads_the_mail_confirms_nothing_they_did_not_choose() async throws {
        try await PostOffice.with { fixture, office in
            #expect(
                try await ask(Browser(client: fixture.client), ["password": "hovering copper glacier"]).status
                    == .seeOther)
            let victim = Browser(client: fixture.client)
            _ = try await victim.get(try PostOffice.link(in: try await office.deliver().first))
            for _ in 0..<10 {
                let wrong = try await confirm(victim)
                #expect(wrong.status == .forbidden && wrong.body.contains("not the password that was chosen"))
            }
            // Ten tries, and the link is over, for the right password too.
            #expect(try await confirm(victim, "hovering copper glacier").status == .gone)
            #expect(try await fixture.number("SELECT count(*) FROM identities WHERE email = 'nora@example.com'") == 0)
        }
    }

    @Test func of_two_who_confirm_at_once_one_makes_the_company() async throws {
        try await PostOffice.with { fixture, office in
            _ = try await ask(Browser(client: fixture.client))
            let link = try PostOffice.link(in: try await office.deliver().first)
            let wins = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        let browser = Browser(client: fixture.client)
                        _ = try await browser.get(link)
                        return try await confirm(browser).status == .seeOther
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(wins == 1)
            let companies = try await fixture.companies.database.system(reason: "a test") { try await $0.companies() }
            #expect(companies.count == 3)
        }
    }

    @Test func a_name_that_is_taken_gets_another_slug() async throws {
        try await PostOffice.with { fixture, office in
            for (index, name) in ["Harbor", "harbor!", "港"].enumerated() {
                let browser = Browser(client: fixture.client)
                _ = try await ask(browser, ["company": name, "email": "n\(index)@example.com"])
                _ = try await browser.get(try PostOffice.link(in: try await office.deliver().first))
                #expect(try await confirm(browser).status == .seeOther, "\(name)")
            }
            let companies = try await fixture.companies.database.system(reason: "a test") { try await $0.companies() }
            let slugs = companies.map(\.slug)
            #expect(Set(slugs).count == 5 && slugs.contains("company"))
            #expect(slugs.count { $0.hasPrefix("harbor-") } == 2)
        }
    }

    @Test(arguments: [
        "UPDATE sign_ups SET ends_at = clock_timestamp()", "UPDATE sign_ups SET token_hash = NULL",
        "UPDATE identities SET email = 'nora@example.com' WHERE email = 'ada@example.com'",
    ])
    func a_link_ends_with_time_and_when_somebody_has_the_address(change: String) async throws {
        try await PostOffice.with { fixture, office in
            let browser = Browser(client: fixture.client)
            _ = try await ask(browser)
            _ = try await browser.get(try PostOffice.link(in: try await office.deliver().first))
            try await fixture.run(change)
            #expect(try await confirm(browser).status == .gone)
            let companies = try await fixture.companies.database.system(reason: "a test") { try await $0.companies() }
            #expect(companies.count == 2)
        }
    }

    @Test func what_cannot_be_is_said_and_nobody_is_flooded_S_074() async throws {
        try await PostOffice.with { fixture, office in
            let browser = Browser(client: fixture.client)
            for changes in [
                ["company": ""], ["company": "a\u{202E}b"], ["company": String(repeating: "x", count: 101)],
                ["name": " "], ["email": "x"], ["email": "a@b.c\r\nBcc: d@e.f"], ["password": "short"],
                ["password": "quayquaynora"], ["again": "x"],
            ] {
                let answer = try await ask(browser, changes)
                #expect(answer.status == .unprocessableContent && !answer.body.contains(Self.password), "\(changes)")
            }
            #expect(try await browser.post("/sign-up", ["email": "nora@example.com"]).status == .badRequest)
            for _ in 0..<5 { #expect(try await ask(browser).status == .seeOther) }
            #expect(try await office.deliver().count == 3)
        }
    }

    @Test func where_it_is_switched_off_there_is_nothing() async throws {
        try await WebFixture.with(allowsSignUp: false) { fixture in
            let browser = Browser(client: fixture.client)
            let page = try await browser.get("/sign-in")
            #expect(page.status == .ok && !page.body.contains("/sign-up"))
            for path in ["/sign-up", "/sign-up/sent", "/sign-up/confirm", "/sign-up/confirm/x"] {
                #expect(try await browser.get(path).status == .notFound)
            }
            for path in ["/sign-up", "/sign-up/confirm"] {
                #expect(try await browser.post(path, ["email": "nora@example.com"]).status == .notFound)
            }
        }
    }
}
