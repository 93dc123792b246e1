import Companies
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Mail
import Postgres
import TestSupport
import Testing

/// Joining a company by an invitation.
@Suite struct InvitationTests {
    private static let password = "wandering quartz fjord"

    private func send(_ path: String, _ fields: [String: String], _ browser: Browser) async throws -> Browser.Answer {
        let page = try await browser.get("/company/members")
        return try await browser.post(
            "/company/members/\(path)", fields.merging(["csrf": Browser.token(in: page.body)]) { $1 })
    }

    /// Invites an address as an admin of Harbor.
    /// - Returns: the admin's browser and the link.
    private func invite(
        _ address: String, _ fixture: WebFixture, _ office: PostOffice
    ) async throws -> (admin: Browser, link: String) {
        let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
        let sent = try await send("invite", ["email": address, "role": "analyst"], eve)
        #expect(sent.headers[.location] == "/company/members?done=invited")
        return (eve, try PostOffice.link(in: try await office.deliver().first))
    }

    private func join(_ browser: Browser, name: String = "Nora", password: String = Self.password, again: String? = nil)
        async throws -> Browser.Answer
    {
        let form = try await browser.get("/forgot-password")
        return try await browser.post(
            "/invitation/join",
            [
                "csrf": Browser.token(in: form.body), "name": name, "password": password,
                "again": again ?? password,
            ])
    }

    /// Sends the form of acceptance, which need not be on the page: any page for people who are not signed in has its token.
    private func accept(_ browser: Browser) async throws -> Browser.Answer {
        let form = try await browser.get("/forgot-password")
        return try await browser.post("/invitation", ["csrf": Browser.token(in: form.body)])
    }

    private func members(_ fixture: WebFixture) async throws -> Int {
        try await fixture.companies.database.read(
            in: fixture.companies.harbor.id, Query<Single<Int>>("SELECT count(*) FROM members")
        ).first?.value ?? -1
    }

    @Test func somebody_new_joins_with_a_name_and_a_password() async throws {
        try await PostOffice.with { fixture, office in
            let (eve, link) = try await invite(" Nora@Example.com", fixture, office)
            #expect(try await eve.get("/company/members").body.contains("nora@example.com"))
            let nora = Browser(client: fixture.client)
            #expect(try await nora.get(link).headers[.location] == "/invitation")
            let page = try await nora.get("/invitation")
            #expect(page.status == .ok && page.headers[.cacheControl] == "no-store")
            #expect(page.body.contains("eve invites you to Harbor CANARY-A as analyst"))
            for answer in [
                try await join(nora, name: ""), try await join(nora, name: "a\u{202E}b"),
                try await join(nora, name: String(repeating: "x", count: 101)),
                try await join(nora, password: "short"), try await join(nora, again: "x"),
            ] {
                #expect(answer.status == .unprocessableContent && answer.body.contains("Nothing was changed"))
            }
            let joined = try await join(nora)
            #expect(joined.status == .seeOther && joined.headers[.location] == "/")
            for (action, facts) in [("member.invited", "role"), ("member.added", "invitation")] {
                let condition = "action = '\(action)' AND facts LIKE '%\(facts)%' AND facts NOT LIKE '%nora%'"
                #expect(try await fixture.count("audit_events", condition, of: fixture.companies.harbor) == 1)
            }
            #expect(try await nora.get("/trends").body.contains("CANARY-harbor"))
            #expect(!(try await eve.get("/company/members").body.contains("Withdraw")))
            let elsewhere = Browser(client: fixture.client)
            #expect(try await elsewhere.signIn("nora@example.com", Self.password) == .seeOther)
        }
    }

    @Test func a_known_person_joins_as_the_address_that_is_invited_S_035() async throws {
        try await PostOffice.with { fixture, office in
            let (_, link) = try await invite("bob@example.com", fixture, office)
            // Nobody is signed in: they are asked to, and no name or password can be set for a person who is there.
            let stranger = Browser(client: fixture.client)
            _ = try await stranger.get(link)
            let asked = try await stranger.get("/invitation")
            #expect(asked.body.contains("/sign-in?next=%2Finvitation"))
            #expect(try await join(stranger).status == .forbidden)
            #expect(try await accept(stranger).headers[.location]?.hasPrefix("/sign-in") == true)
            // Somebody else is signed in.
            let ada = try await fixture.browser("ada")
            _ = try await ada.get(link)
            let other = try await ada.get("/invitation")
            #expect(other.body.contains("You are signed in as ada@example.com"))
            #expect(try await accept(ada).status == .forbidden)
            #expect(try await stranger.signIn("bob@example.com", WebFixture.password) == .seeOther)
            let before = try await members(fixture)
            let accepted = try await accept(stranger)
            #expect(accepted.status == .seeOther && accepted.headers[.location] == "/")
            // They go on in the company they joined, and are in their own as well.
            #expect(try await stranger.get("/trends").body.contains("CANARY-harbor"))
            #expect(try await stranger.get("/account").body.contains("Kestrel"))
            #expect(try await members(fixture) == before + 1)
        }
    }

    @Test func a_link_that_was_used_is_refused_S_035() async throws {
        try await PostOffice.with { fixture, office in
            let (_, link) = try await invite("nora@example.com", fixture, office)
            let nora = Browser(client: fixture.client)
            _ = try await nora.get(link)
            #expect(try await join(nora).status == .seeOther)
            let before = try await members(fixture)
            for browser in [nora, Browser(client: fixture.client)] {
                _ = try await browser.get(link)
                let page = try await browser.get("/invitation")
                #expect(page.status == .gone && page.body.contains("does not work any more"))
                #expect(try await join(browser, name: "Mallory").status == .gone)
                #expect(try await accept(browser).status == .gone)
            }
            #expect(try await members(fixture) == before)
        }
    }

    @Test func of_two_who_accept_at_once_one_joins_S_035() async throws {
        try await PostOffice.with { fixture, office in
            let (_, link) = try await invite("nora@example.com", fixture, office)
            let before = try await members(fixture)
            let names = ["Nora", "Mallory", "Trudy", "Oscar"]
            let wins = try await withThrowingTaskGroup(of: Bool.self) { group in
                for name in names {
                    group.addTask {
                        let browser = Browser(client: fixture.client)
                        _ = try await browser.get(link)
                        return try await join(browser, name: name).status == .seeOther
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(wins == 1)
            #expect(try await members(fixture) == before + 1)
            #expect(try await fixture.number("SELECT count(*) FROM identities WHERE email = 'nora@example.com'") == 1)
        }
    }

    @Test(arguments: [
        "UPDATE invitations SET ends_at = clock_timestamp()",
        "UPDATE invitations SET state = 'withdrawn', settled_at = now(), token_hash = NULL",
        "UPDATE invitations SET token_hash = NULL",
        "DELETE FROM members WHERE role = 'admin'",
        "UPDATE members SET role = 'analyst' WHERE role = 'admin'",
        "UPDATE invitations SET role = 'owner'",
    ])
    func a_link_ends_with_time_and_with_what_its_sender_may_S_035(change: String) async throws {
        try await PostOffice.with { fixture, office in
            let (_, link) = try await invite("nora@example.com", fixture, office)
            let nora = Browser(client: fixture.client)
            _ = try await nora.get(link)
            #expect(try await nora.get("/invitation").status == .ok)
            try await fixture.run(in: fixture.companies.harbor, change)
            #expect(try await nora.get("/invitation").status == .gone)
            #expect(try await join(nora).status == .gone)
            #expect(try await fixture.number("SELECT count(*) FROM identities WHERE email = 'nora@example.com'") == 0)
        }
    }

    @Test func sending_again_ends_the_link_before_and_withdrawing_ends_both_S_035() async throws {
        try await PostOffice.with { fixture, office in
            let (eve, first) = try await invite("nora@example.com", fixture, office)
            let page = try await eve.get("/company/members")
            let mark = "name=\"invitation\" value=\""
            let id = String(try #require(page.body.components(separatedBy: mark).dropFirst().first).prefix(36))
            #expect(try await send("resend", ["invitation": id], eve).status == .seeOther)
            let second = try PostOffice.link(in: try await office.deliver().first)
            let nora = Browser(client: fixture.client)
            _ = try await nora.get(first)
            #expect(try await nora.get("/invitation").status == .gone)
            _ = try await nora.get(second)
            #expect(try await nora.get("/invitation").status == .ok)
            // Another company's admins have no such invitation.
            let kim = try await fixture.join("kim", .owner, of: fixture.companies.kestrel)
            for path in ["resend", "withdraw"] {
                for wrong in [id, UUID().uuidString, "x"] {
                    #expect(try await send(path, ["invitation": wrong], kim).status == .notFound)
                }
            }
            #expect(!(try await kim.get("/company/members").body.contains("nora")))
            for table in ["invitations", "mails"] {
                let seen = try await fixture.companies.database.read(
                    in: fixture.companies.kestrel.id, Query<Single<Int>>(SQL(unsafe: "SELECT count(*) FROM \(table)")))
                #expect(seen.first?.value == 0)
            }
            #expect(
                try await send("withdraw", ["invitation": id], eve).headers[.location]
                    == "/company/members?done=withdrawn")
            #expect(try await nora.get("/invitation").status == .gone)
            #expect(try await send("withdraw", ["invitation": id], eve).status == .notFound)
            let harbor = fixture.companies.harbor
            #expect(try await fixture.count("audit_events", "action = 'member.uninvited'", of: harbor) == 1)
        }
    }

    @Test func who_may_invite_to_what_is_decided_by_what_they_are() async throws {
        try await PostOffice.with { fixture, office in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            let refused = try await send("invite", ["email": "nora@example.com", "role": "owner"], eve)
            #expect(refused.status == .forbidden && refused.body.contains("Only an owner"))
            for (address, status) in [
                ("x", HTTPResponse.Status.unprocessableContent), ("a@b\r\nBcc: c@d.e", .unprocessableContent),
                ("ada@example.com", .conflict),
            ] {
                let answer = try await send("invite", ["email": address, "role": "viewer"], eve)
                #expect(answer.status == status, "\(address)")
            }
            #expect(try await send("invite", ["email": "nora@example.com", "role": "root"], eve).status == .notFound)
            #expect(try await office.deliver().isEmpty)
            let olga = try await fixture.join("olga", .owner, of: fixture.companies.harbor)
            #expect(try await send("invite", ["email": "nora@example.com", "role": "owner"], olga).status == .seeOther)
            // An admin does not take back what an owner gave.
            let rows = try await fixture.companies.database.read(
                in: fixture.companies.harbor.id, Query<Single<UUID>>("SELECT invitation_id FROM invitations"))
            let id = try #require(rows.first?.value).uuidString
            let taken = try await send("withdraw", ["invitation": id], eve)
            #expect(taken.status == .forbidden)
            let again = try await send("resend", ["invitation": id], eve)
            #expect(again.status == .forbidden)
        }
    }

    @Test func an_address_is_not_flooded_with_invitations() async throws {
        try await PostOffice.with { fixture, office in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            for _ in 0..<3 {
                #expect(
                    try await send("invite", ["email": "nora@example.com", "role": "viewer"], eve).status == .seeOther)
            }
            let stopped = try await send("invite", ["email": "nora@example.com", "role": "viewer"], eve)
            #expect(stopped.status == .tooManyRequests)
            #expect(try await office.deliver().count == 3)
        }
    }

    /// A company's name is in the subject; one that tries to be a header is one line of text.
    @Test func a_name_cannot_write_headers_S_074() async throws {
        try await PostOffice.with { fixture, office in
            try await fixture.run(
                in: fixture.companies.harbor,
                "UPDATE companies SET name = E'Harbor\\r\\nBcc: eve@example.com\\r\\n\\r\\nx'")
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            #expect(try await send("invite", ["email": "nora@example.com", "role": "viewer"], eve).status == .seeOther)
            let mail = try #require(try await office.deliver().first)
            #expect(mail.headers["bcc"] == nil && mail.subject.hasPrefix("Harbor Bcc: eve@example.com x invites"))
        }
    }

    @Test func what_is_no_link_leads_nowhere() async throws {
        try await WebFixture.with { fixture in
            let browser = Browser(client: fixture.client)
            #expect(try await browser.get("/invitation").status == .gone)
            for link in ["x", String(repeating: "A", count: 43), "%00"] {
                _ = try await browser.get("/invitation/\(link)")
                #expect(try await browser.get("/invitation").status == .gone)
                #expect(try await browser.post("/invitation", ["csrf": "x"]).status == .badRequest)
            }
        }
    }
}
