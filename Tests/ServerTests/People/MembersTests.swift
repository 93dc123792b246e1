import Companies
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Postgres
import TestSupport
import Testing

/// The members of a company, and who may do what with them.
@Suite struct MembersTests {
    private func send(_ path: String, _ fields: [String: String], _ browser: Browser) async throws -> Browser.Answer {
        let page = try await browser.get("/company/members")
        return try await browser.post(path, fields.merging(["csrf": Browser.token(in: page.body)]) { $1 })
    }

    private func role(of name: String, in company: Company, _ fixture: WebFixture) async throws -> String? {
        let id = try #require(UUID(uuidString: try await fixture.idText(name)))
        return try await fixture.companies.database.read(
            in: company.id, Query<Single<String>>("SELECT role FROM members WHERE identity_id = \(id)")
        ).first?.value
    }

    @Test func admins_see_the_members_of_their_company_and_no_others() async throws {
        try await WebFixture.with { fixture in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            let page = try await eve.get("/company/members")
            #expect(page.status == .ok && page.headers[.cacheControl] == "no-store")
            #expect(page.body.contains("2 members") && page.body.contains("ada@example.com"))
            #expect(!page.body.contains("bob") && !page.body.contains("Kestrel"))
            for name in ["ada", "nobody"] {
                let browser = name == "ada" ? try await fixture.browser(name) : Browser(client: fixture.client)
                for path in ["/company/members", "/company/members/\(try await fixture.idText("ada"))"] {
                    let answer = try await browser.get(path)
                    #expect(answer.status == (name == "ada" ? .forbidden : .seeOther), "\(name) \(path)")
                }
            }
            try await fixture.run("UPDATE sessions SET confirmed_at = now() - interval '16 minutes'")
            let stopped = try await eve.get("/company/members")
            #expect(stopped.headers[.location] == "/account/confirm?next=%2Fcompany%2Fmembers")
        }
    }

    @Test func another_companys_member_and_nobody_are_the_same() async throws {
        try await WebFixture.with { fixture in
            let eve = try await fixture.join("eve", .owner, of: fixture.companies.harbor)
            for id in [try await fixture.idText("bob"), UUID().uuidString, "x", ""] {
                if !id.isEmpty { #expect(try await eve.get("/company/members/\(id)").status == .notFound) }
                for (path, fields) in [("role", ["role": "admin"]), ("remove", [:])] {
                    let answer = try await send("/company/members/\(path)", fields.merging(["member": id]) { $1 }, eve)
                    #expect(answer.status == .notFound, "\(path) \(id)")
                }
            }
            #expect(try await role(of: "bob", in: fixture.companies.kestrel, fixture) == "viewer")
        }
    }

    @Test func roles_are_given_up_to_ones_own_and_owners_are_made_by_owners() async throws {
        try await WebFixture.with { fixture in
            let harbor = fixture.companies.harbor
            let admin = try await fixture.join("eve", .admin, of: harbor)
            let owner = try await fixture.join("olga", .owner, of: harbor)
            let (ada, olga) = (try await fixture.idText("ada"), try await fixture.idText("olga"))
            for role in ["analyst", "admin", "viewer"] {
                let answer = try await send("/company/members/role", ["member": ada, "role": role], admin)
                #expect(answer.headers[.location] == "/company/members?done=role")
                #expect(try await self.role(of: "ada", in: harbor, fixture) == role)
            }
            #expect(try await fixture.count("audit_events", "action = 'member.role_changed'", of: harbor) == 3)
            let raised = try await send("/company/members/role", ["member": ada, "role": "owner"], admin)
            #expect(raised.status == .conflict && raised.body.contains("Only an owner"))
            for (path, fields) in [("role", ["role": "viewer"]), ("remove", [:])] {
                let answer = try await send("/company/members/\(path)", fields.merging(["member": olga]) { $1 }, admin)
                #expect(answer.status == .conflict && answer.body.contains("Only an owner"))
            }
            for role in ["", "root", "OWNER"] {
                let answer = try await send("/company/members/role", ["member": ada, "role": role], owner)
                #expect(answer.status == .notFound)
            }
            #expect(try await self.role(of: "ada", in: harbor, fixture) == "viewer")
            let made = try await send("/company/members/role", ["member": ada, "role": "owner"], owner)
            #expect(made.status == .seeOther)
            #expect(try await self.role(of: "ada", in: harbor, fixture) == "owner")
            // What somebody is holds from their next request on.
            let demoted = try await send(
                "/company/members/role", ["member": try await fixture.idText("eve"), "role": "viewer"], owner)
            #expect(demoted.status == .seeOther)
            #expect(try await admin.get("/company/members").status == .forbidden)
        }
    }

    @Test func the_last_owner_stays() async throws {
        try await WebFixture.with { fixture in
            let owner = try await fixture.join("olga", .owner, of: fixture.companies.harbor)
            let olga = try await fixture.idText("olga")
            for (path, fields) in [("role", ["role": "admin"]), ("remove", [:])] {
                let answer = try await send("/company/members/\(path)", fields.merging(["member": olga]) { $1 }, owner)
                #expect(answer.status == .conflict && answer.body.contains("needs an owner"))
            }
            #expect(try await role(of: "olga", in: fixture.companies.harbor, fixture) == "owner")
        }
    }

    /// Each makes the other less, at the same moment; one of the two has to stay.
    @Test func of_two_owners_who_remove_each_other_one_stays() async throws {
        try await WebFixture.with { fixture in
            let harbor = fixture.companies.harbor
            let (olga, otto) = (
                try await fixture.join("olga", .owner, of: harbor), try await fixture.join("otto", .owner, of: harbor)
            )
            let (first, second) = (try await fixture.idText("olga"), try await fixture.idText("otto"))
            let (page, other) = (try await olga.get("/company/members"), try await otto.get("/company/members"))
            async let one = olga.post(
                "/company/members/remove", ["csrf": Browser.token(in: page.body), "member": second])
            async let two = otto.post(
                "/company/members/remove", ["csrf": Browser.token(in: other.body), "member": first])
            _ = try await (one, two)
            let owners = try await fixture.companies.database.read(
                in: harbor.id, Query<Single<Int>>("SELECT count(*) FROM members WHERE role = 'owner'"))
            #expect(owners.first?.value == 1)
        }
    }

    @Test func a_removed_members_next_request_ends_in_the_chooser() async throws {
        try await WebFixture.with { fixture in
            let eve = try await fixture.join("eve", .admin, of: fixture.companies.harbor)
            let ada = try await fixture.browser("ada")
            let removed = try await send(
                "/company/members/remove", ["member": try await fixture.idText("ada")], eve)
            #expect(removed.headers[.location] == "/company/members?done=removed")
            #expect(
                try await fixture.count("audit_events", "action = 'member.removed'", of: fixture.companies.harbor) == 1)
            #expect(try await eve.get("/company/members?done=removed").body.contains("no member any more"))
            #expect(try await ada.get("/trends").headers[.location] == "/account/companies")
            // Whoever leaves goes on elsewhere.
            let left = try await send("/company/members/remove", ["member": try await fixture.idText("eve")], eve)
            #expect(left.headers[.location] == "/")
            #expect(try await eve.get("/").headers[.location] == "/account/companies")
        }
    }

    @Test func forms_need_their_token() async throws {
        try await WebFixture.with { fixture in
            let eve = try await fixture.join("eve", .owner, of: fixture.companies.harbor)
            let ada = try await fixture.idText("ada")
            for path in ["role", "remove", "invite", "resend", "withdraw"] {
                let answer = try await eve.post(
                    "/company/members/\(path)",
                    ["csrf": "x", "member": ada, "role": "viewer", "email": "x@example.com"])
                #expect(answer.status == .badRequest, "\(path)")
            }
        }
    }
}
