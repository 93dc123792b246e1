import Companies
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Mail
import Postgres
import TestSupport
import Testing
import Vault

/// Another address to sign in with (S-035).
@Suite struct EmailChangeTests {
    private static let wanted = "ada@new.example.com"

    private func ask(_ address: String, _ browser: Browser) async throws -> Browser.Answer {
        let form = try await browser.get("/account/email")
        return try await browser.post(
            "/account/email", ["csrf": Browser.token(in: form.body), "email": address])
    }

    /// Opens a link in a browser of its own and confirms.
    private func confirm(_ link: String, _ fixture: WebFixture) async throws -> Browser.Answer {
        let browser = Browser(client: fixture.client)
        let followed = try await browser.get(link)
        #expect(followed.status == .seeOther && followed.headers[.location] == "/confirm-address")
        let form = try await browser.get("/confirm-address")
        guard form.status == .ok else { return form }
        #expect(!form.body.contains(String(link.split(separator: "/").last ?? "?")))
        return try await browser.post("/confirm-address", ["csrf": Browser.token(in: form.body)])
    }

    /// The links of one wish, by address.
    private func links(_ mails: [ReadMessage]) throws -> [String: String] {
        try mails.reduce(into: [:]) { $0[$1.recipient] = try PostOffice.link(in: $1) }
    }

    private func address(_ fixture: WebFixture) async throws -> String {
        let emails = try await fixture.companies.test.owner().fetch(
            Query<Single<String>>("SELECT email FROM identities WHERE display_name = 'ada'"))
        return try #require(emails.first).value
    }

    @Test func s_035_an_address_changes_once_both_have_confirmed() async throws {
        try await PostOffice.with { fixture, office in
            let ada = try await fixture.browser("ada")
            let asked = try await ask(" Ada@New.example.com ", ada)
            #expect(asked.status == .seeOther && asked.headers[.location] == "/account/email")
            let mails = try await office.deliver()
            #expect(Set(mails.map(\.recipient)) == ["ada@example.com", Self.wanted])
            let links = try links(mails)
            let waits = try await ada.get("/account/email").body
            #expect(waits.contains(Self.wanted) && waits.contains("not confirmed yet"))

            let first = try await confirm(try #require(links[Self.wanted]), fixture)
            #expect(first.status == .seeOther && first.headers[.location] == "/confirm-address/waiting")
            // One of two is not enough, however often it is said.
            _ = try await confirm(try #require(links[Self.wanted]), fixture)
            #expect(try await address(fixture) == "ada@example.com")
            #expect(try await ada.get("/account/email").body.contains("<td data-label=\"State\">confirmed</td>"))

            let second = try await confirm(try #require(links["ada@example.com"]), fixture)
            #expect(second.status == .seeOther && second.headers[.location] == "/confirm-address/changed")
            #expect(try await address(fixture) == Self.wanted)
            #expect(try await ada.get("/account").body.contains(Self.wanted))
            // Neither link is good for anything any more.
            for link in links.values { #expect(try await confirm(link, fixture).status == .gone) }
            let anew = Browser(client: fixture.client)
            #expect(try await anew.signIn("ada@example.com", WebFixture.password) == .unauthorized)
            #expect(try await anew.signIn(Self.wanted, WebFixture.password) == .seeOther)
        }
    }

    @Test func an_address_somebody_has_gets_no_link_and_the_asker_is_not_told() async throws {
        try await PostOffice.with { fixture, office in
            let (ada, bob) = (try await fixture.browser("ada"), try await fixture.browser("bob"))
            let asked = try await ask("bob@example.com", ada)
            #expect(asked.status == .seeOther)
            let mails = try await office.deliver()
            let theirs = try #require(mails.first { $0.recipient == "bob@example.com" })
            #expect(!theirs.text.contains("/confirm-address/") && theirs.text.contains("already"))
            let link = try PostOffice.link(in: mails.first { $0.recipient == "ada@example.com" })
            #expect(try await confirm(link, fixture).headers[.location] == "/confirm-address/waiting")
            #expect(try await address(fixture) == "ada@example.com")
            #expect(try await bob.get("/account").body.contains("bob@example.com"))
        }
    }

    @Test func an_address_that_was_taken_meanwhile_changes_nothing() async throws {
        try await PostOffice.with { fixture, office in
            let ada = try await fixture.browser("ada")
            _ = try await ask(Self.wanted, ada)
            let links = try links(try await office.deliver())
            _ = try await fixture.browser("bob")
            try await fixture.run("UPDATE identities SET email = '\(Self.wanted)' WHERE display_name = 'bob'")
            _ = try await confirm(try #require(links[Self.wanted]), fixture)
            #expect(try await confirm(try #require(links["ada@example.com"]), fixture).status == .gone)
            #expect(try await address(fixture) == "ada@example.com")
        }
    }

    @Test func links_end_with_a_newer_wish_a_withdrawn_one_and_their_day() async throws {
        try await PostOffice.with { fixture, office in
            let ada = try await fixture.browser("ada")
            _ = try await ask(Self.wanted, ada)
            let older = try links(try await office.deliver())
            _ = try await ask("ada@newer.example.com", ada)
            let newer = try links(try await office.deliver())
            for link in older.values { #expect(try await confirm(link, fixture).status == .gone) }
            let page = try await ada.get("/account/email").body
            #expect(page.contains("ada@newer.example.com") && !page.contains(Self.wanted))
            let kept = try await ada.post("/account/email/withdraw", ["csrf": Browser.token(in: page)])
            #expect(kept.status == .seeOther && kept.headers[.location] == "/account?done=emailStays")
            for link in newer.values { #expect(try await confirm(link, fixture).status == .gone) }
            _ = try await ask(Self.wanted, ada)
            let late = try links(try await office.deliver())
            try await fixture.run("UPDATE email_changes SET ends_at = clock_timestamp()")
            for link in late.values { #expect(try await confirm(link, fixture).status == .gone) }
            #expect(try await address(fixture) == "ada@example.com")
            #expect(try await !ada.get("/account/email").body.contains("waits to be confirmed"))
        }
    }

    @Test func a_link_for_a_new_password_ends_with_the_change_S_034() async throws {
        try await PostOffice.with { fixture, office in
            let ada = try await fixture.browser("ada")
            let stranger = Browser(client: fixture.client)
            let form = try await stranger.get("/forgot-password")
            _ = try await stranger.post(
                "/forgot-password", ["csrf": Browser.token(in: form.body), "email": "ada@example.com"])
            let reset = try PostOffice.link(in: try await office.deliver().first)
            _ = try await ask(Self.wanted, ada)
            for link in try links(try await office.deliver()).values { _ = try await confirm(link, fixture) }
            #expect(try await address(fixture) == Self.wanted)
            _ = try await stranger.get(reset)
            #expect(try await stranger.get("/reset-password").status == .gone)
        }
    }

    @Test func whoever_has_not_proved_lately_who_they_are_changes_nothing() async throws {
        try await PostOffice.with { fixture, _ in
            let ada = try await fixture.browser("ada")
            let token = Browser.token(in: try await ada.get("/account").body)
            try await fixture.run("UPDATE sessions SET confirmed_at = now() - interval '16 minutes'")
            let form = try await ada.get("/account/email")
            #expect(form.status == .seeOther && form.headers[.location]?.hasPrefix("/account/confirm") == true)
            _ = try await ada.post("/account/email", ["csrf": token, "email": Self.wanted])
            #expect(try await fixture.number("SELECT count(*) FROM email_changes") == 0)
            // Nor does whoever gets past the pages.
            let session = try #require(ada.cookie("tidemark-session").flatMap { SecretToken(text: $0) })
            let asked = try await EmailChange(database: fixture.companies.database).begin(
                session, to: Self.wanted, id: UUID())
            #expect(asked == nil)
        }
    }

    @Test(arguments: ["", "ada", "ada@example.com", "a b@c d@e", "ada@example.com\r\nBcc: x@example.com"])
    func what_is_no_other_address_is_refused(_ typed: String) async throws {
        try await PostOffice.with { fixture, _ in
            let ada = try await fixture.browser("ada")
            let answer = try await ask(typed, ada)
            #expect(answer.status == .unprocessableContent)
            #expect(try await fixture.number("SELECT count(*) FROM email_changes") == 0)
        }
    }

    @Test func a_fourth_wish_within_the_hour_is_put_off() async throws {
        try await PostOffice.with { fixture, office in
            let ada = try await fixture.browser("ada")
            for number in 0..<3 { #expect(try await ask("n\(number)@example.com", ada).status == .seeOther) }
            let fourth = try await ask("n3@example.com", ada)
            #expect(fourth.status == .tooManyRequests && fourth.headers[.retryAfter] != nil)
            // Of six mails the four of older wishes are of no use and are not sent.
            #expect(Set(try await office.deliver().map(\.recipient)) == ["ada@example.com", "n2@example.com"])
        }
    }

    @Test func of_both_at_once_one_changes_it() async throws {
        try await PostOffice.with { fixture, office in
            let ada = try await fixture.browser("ada")
            _ = try await ask(Self.wanted, ada)
            let links = try links(try await office.deliver())
            let answers = try await withThrowingTaskGroup(of: String?.self) { group in
                for link in links.values { group.addTask { try await confirm(link, fixture).headers[.location] } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(answers) == ["/confirm-address/waiting", "/confirm-address/changed"])
            #expect(try await address(fixture) == Self.wanted)
            let harbor = fixture.companies.harbor.id
            let record = try await fixture.companies.database.read(
                in: harbor, AuditTrail.newest(of: harbor, AuditFilter(), limit: 1_000))
            #expect(record.count { $0.action == AuditAction.emailChanged.rawValue } == 1)
            // A company she is not in has nothing of it.
            let kestrel = fixture.companies.kestrel.id
            let theirs = try await fixture.companies.database.read(
                in: kestrel, AuditTrail.newest(of: kestrel, AuditFilter(), limit: 1_000))
            #expect(!theirs.contains { $0.action.hasPrefix("email.") })
        }
    }
}
