import Companies
import Foundation
import HTTPTypes
import Postgres
import TestSupport
import Testing

@Suite struct CompanyPageTests {
    @Test func an_owner_changes_it_and_an_admin_sees_it() async throws {
        try await WebFixture.with { fixture in
            let harbor = fixture.companies.harbor
            let admin = try await fixture.join("adam", .admin, of: harbor)
            let owner = try await fixture.join("olga", .owner, of: harbor)
            let seen = try await admin.get("/company")
            #expect(
                seen.body.contains("America/New_York") && seen.body.contains("Owners of the company can change this"))
            let page = try await owner.get("/company").body
            let token = Browser.token(in: page)
            let fields = ["csrf": token, "name": " New  Harbor ", "currency": "eur", "zone": "Europe/Helsinki"]
            let changed = try await owner.post("/company", fields)
            #expect(changed.headers[.location] == "/company?done=changed")
            let after = try await owner.get("/company?done=changed").body
            #expect(after.contains("value=\"New Harbor\"") && after.contains("value=\"EUR\""))
            #expect(after.contains("The company is changed"))
            for (more, sentence) in [
                (["name": ""], "1 to 200 characters"), (["name": "a\u{202E}b"], "1 to 200 characters"),
                (["currency": "XXX"], "not the code of a currency"), (["zone": "Nowhere/Land"], "not a time zone"),
                (["zone": "../../etc/passwd"], "not a time zone"),
            ] {
                let answer = try await owner.post("/company", fields.merging(more) { $1 })
                #expect(answer.status == .unprocessableContent && answer.body.contains(sentence), "\(sentence)")
            }
            // S-040: what a form is not about it does not change.
            _ = try await owner.post(
                "/company",
                fields.merging(["slug": "stolen", "company_id": "\(fixture.companies.kestrel.id)", "role": "owner"]) {
                    $1
                })
            let rows = try await fixture.companies.database.read(
                in: harbor.id,
                Query<Company>(
                    "SELECT company_id, slug, name, home_currency, time_zone FROM companies WHERE company_id = \(harbor.id)"
                ))
            #expect(rows.first?.slug == "harbor" && rows.first?.name == "New Harbor")
            let other = try await fixture.companies.database.read(
                in: fixture.companies.kestrel.id,
                Query<Single<String>>("SELECT name FROM companies WHERE slug = 'kestrel'"))
            #expect(other.first?.value == fixture.companies.kestrel.name)
            #expect(try await admin.post("/company", fields).status == .forbidden)
        }
    }

    @Test func operators_see_companies_and_nothing_of_them() async throws {
        try await WebFixture.with { fixture in
            let operators = try await fixture.join("otto", .viewer, of: fixture.companies.harbor, staff: .operator)
            let page = try await operators.get("/staff/companies")
            #expect(page.status == .ok && page.body.contains("2 companies use Tidemark"))
            #expect(page.body.contains("Kestrel CANARY-B") && page.body.contains("/staff/jobs?company=kestrel"))
            #expect(!page.body.contains("Gin") && !page.body.contains("@example.com"))
            let reviewer = try await fixture.join("rita", .owner, of: fixture.companies.harbor, staff: .reviewer)
            #expect(try await reviewer.get("/staff/companies").status == .notFound)
        }
    }

    @Test func owners_say_whether_a_model_may_see_their_listings_and_for_no_other_company() async throws {
        try await WebFixture.with { fixture in
            let (harbor, kestrel) = (fixture.companies.harbor, fixture.companies.kestrel)
            let owner = try await fixture.join("olga", .owner, of: harbor)
            let admin = try await fixture.join("adam", .admin, of: harbor)
            let other = try await fixture.join("kim", .owner, of: kestrel)
            func asks(_ company: Company) async throws -> Bool {
                try await fixture.companies.database.transaction(in: company.id) { try await $0.asksJudge() }
            }
            let page = try await owner.get("/company")
            #expect(page.body.contains("Nothing of your listings is shown to it."), "it is off until somebody wants it")
            let csrf = Browser.token(in: page.body)
            #expect(try await owner.post("/company/judge", ["csrf": csrf, "judge": "x"]).status == .badRequest)
            #expect(try await owner.post("/company/judge", ["csrf": "x", "judge": "on"]).status == .badRequest)
            #expect(try await !asks(harbor))
            let saved = try await owner.post("/company/judge", ["csrf": csrf, "judge": "on"])
            #expect(saved.headers[.location] == "/company?done=judge")
            #expect(try await owner.get("/company?done=judge").body.contains("That holds from the next night on."))
            #expect(try await asks(harbor))
            #expect(try await !asks(kestrel))
            #expect(try await other.get("/company").body.contains("Nothing of your listings is shown to it."))
            let seen = try await admin.get("/company")
            #expect(seen.body.contains("may be shown to it") && !seen.body.contains("name=\"judge\""))
            let token = Browser.token(in: try await admin.get("/account").body)
            #expect(try await admin.post("/company/judge", ["csrf": token, "judge": "off"]).status == .forbidden)
            _ = try await owner.post(
                "/company/judge", ["csrf": Browser.token(in: try await owner.get("/company").body), "judge": "off"])
            #expect(try await !asks(harbor))
        }
    }
}
