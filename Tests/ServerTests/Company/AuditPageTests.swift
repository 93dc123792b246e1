import Companies
import Foundation
import HTTPTypes
import Pages
import Postgres
import TestSupport
import Testing

@Suite struct AuditPageTests {
    private func record(
        _ count: Int, _ action: AuditAction, by actor: AuditActor, of company: Company, _ fixture: WebFixture
    )
        async throws
    {
        for n in 0..<count {
            try await fixture.companies.database.transaction(in: company.id) {
                try await $0.record(
                    AuditEvent(
                        action, by: actor, on: AuditSubject("thing", "=CANARY-\(company.slug) <i>\(n)</i>"),
                        facts: ["n": "+\(n)"]))
            }
        }
    }

    @Test func events_are_listed_filtered_paged_and_taken_along() async throws {
        try await WebFixture.with { fixture in
            let harbor = fixture.companies.harbor
            let admin = try await fixture.join("adam", .admin, of: harbor)
            let adam = IdentityID(rawValue: try await fixture.identity("adam"))
            let somebody = IdentityID(rawValue: UUID())
            try await record(60, .memberRoleChanged, by: .person(adam), of: harbor, fixture)
            try await record(1, .staffLooked, by: .staff(somebody), of: harbor, fixture)
            try await record(1, .memberRemoved, by: .person(somebody), of: harbor, fixture)
            try await record(1, .memberAdded, by: .job(UUID()), of: harbor, fixture)

            let all = try await admin.get("/company/audit")
            #expect(all.status == .ok && all.headers[.cacheControl] == "no-store")
            #expect(all.body.contains("Let somebody in") && all.body.contains("somebody who is no member any more"))
            #expect(all.body.contains("staff of Tidemark") && all.body.contains("=CANARY-harbor &lt;i&gt;0&lt;/i&gt;"))
            let next = try #require(all.body.firstMatch(of: #/href="(/company/audit\?before=\d+)"/#))
            let second = try await admin.get(String(next.1)).body
            #expect(second.contains("Signed in") && second.contains(">Newest<") && !second.contains("rel=\"next\""))

            let filtered = try await admin.get("/company/audit?area=staff").body
            #expect(filtered.contains("Staff looked at the company") && !filtered.contains("Signed in"))
            let his = try await admin.get("/company/audit?person=\(adam.rawValue)&area=session").body
            #expect(his.contains("Signed in") && !his.contains("Changed a role"))
            #expect(try await admin.get("/company/audit?until=2020-01-01").body.contains("Nothing on record fits"))
            // Today in the company's zone, from its first to its last moment.
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = try #require(TimeZone(identifier: harbor.timeZone))
            let parts = calendar.dateComponents([.year, .month, .day], from: Date())
            let day = String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
            #expect(try await admin.get("/company/audit?from=\(day)&until=\(day)").body.contains("Let somebody in"))
            for odd in [
                "from=2026-02-30", "until=yesterday", "from=%00", "before=-1", "before=99999999999999999999999",
                "area=%27%3BDROP", "person=x", "area=\(String(repeating: "a", count: 500))",
            ] {
                let answer = try await admin.get("/company/audit?" + odd)
                #expect(answer.status == .ok, "\(odd)")
            }
            #expect(try await admin.get("/company/audit?from=2026-02-30").body.contains("A day is written as in"))

            let file = try await admin.get("/company/audit.csv?area=member")
            #expect(file.status == .ok && file.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(file.headers[.contentDisposition] == "attachment; filename=\"record-harbor.csv\"")
            let lines = file.body.split(separator: "\r\n")
            #expect(lines.count == 1 + 63 + 1, "\(lines.count)")
            #expect(
                lines.first
                    == #""number","moment","action","actor_kind","actor","actor_name","subject","facts","request""#)
            #expect(try await admin.get("/company/audit").body.contains("Exported this record"))
        }
    }

    /// S-081: no cell of a file is a formula.
    @Test func s_081_spreadsheets_compute_nothing() async throws {
        try await WebFixture.with { fixture in
            let harbor = fixture.companies.harbor
            let admin = try await fixture.join("=cmd()", .admin, of: harbor)
            let file = try await admin.get("/company/audit.csv").body
            #expect(file.contains("\"'=cmd()\""))
            #expect(!file.contains(",\"=") && !file.contains(",\"+") && !file.contains(",\"@"))
        }
    }

    @Test func the_other_company_and_lower_roles_see_nothing() async throws {
        try await WebFixture.with { fixture in
            try await record(3, .memberRemoved, by: .command, of: fixture.companies.harbor, fixture)
            let other = try await fixture.join("olga", .owner, of: fixture.companies.kestrel)
            for path in ["/company/audit", "/company/audit.csv"] {
                #expect(!(try await other.get(path).body.contains("CANARY-harbor")))
            }
            let analyst = try await fixture.join("anna", .analyst, of: fixture.companies.harbor)
            for path in ["/company/audit", "/company/audit.csv"] {
                let answer = try await analyst.get(path)
                #expect(answer.status == .forbidden && !answer.body.contains("CANARY-harbor"))
            }
        }
    }

    @Test func every_action_has_its_words() throws {
        for action in AuditAction.allCases {
            #expect(InterfaceText.english.knows(action: action.rawValue), "\(action.rawValue)")
        }
    }
}
