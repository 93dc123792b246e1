import Companies
import Foundation
import HTTPTypes
import Hummingbird
import Postgres
import Routes
import TestSupport
import Testing

@Suite struct JobsConsoleTests {
    private func location(_ answer: Browser.Answer) -> String { answer.headers[.location] ?? "" }

    @Test func secrets_and_markup_of_a_job_stay_where_they_are() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let harbor = fixture.companies.harbor
            let known = try await fixture.deadJob(of: harbor)
            let unknown = try await fixture.deadJob(of: harbor, kind: "of_another_version")
            let adam = try await fixture.join("adam", .admin, of: harbor, staff: .operator)
            for path in [
                "/jobs", "/jobs/\(known)", "/jobs/\(unknown)", "/staff/jobs", "/staff/jobs/\(known)", "/api/v1/jobs",
                "/api/v1/jobs/\(known)", "/api/v1/jobs/\(unknown)",
            ] {
                let answer = try await adam.get(path)
                #expect(answer.status == .ok, "\(path)")
                #expect(!answer.body.contains("TOKEN-CANARY"), "\(path)")
                if !path.contains(unknown) { #expect(!answer.body.contains("PIN-CANARY"), "\(path)") }
                if !path.hasPrefix("/api") {
                    #expect(!answer.body.contains("<script>alert") && !answer.body.contains("<img"), "\(path)")
                }
            }
            let page = try await adam.get("/jobs/\(known)")
            #expect(page.body.contains("CANARY-harbor") && page.body.contains("[redacted]"))
            #expect(page.body.contains("errand is dead after 5 attempts"))
            #expect(page.body.contains("refused [redacted]"))
        }
    }

    @Test func a_person_acts_and_is_told_what_came_of_it() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let harbor = fixture.companies.harbor
            let job = try await fixture.deadJob(of: harbor)
            let adam = try await fixture.join("adam", .admin, of: harbor)
            let token = Browser.token(in: try await adam.get("/jobs").body)
            let replayed = try await adam.post("/jobs/\(job)/act", ["csrf": token, "act": "replay"])
            #expect(location(replayed) == "/jobs/\(job)?did=replay&count=1")
            let after = try await adam.get(location(replayed))
            #expect(after.body.contains("1 job begins anew.") && after.body.contains("errand is ready to start"))
            #expect(after.body.contains(">you<"))
            let again = try await adam.post("/jobs/\(job)/act", ["csrf": token, "act": "discard"])
            #expect(location(again).hasSuffix("did=discard&count=0"))
            let list = try await adam.get("/jobs")
            #expect(list.body.contains("replayed 1 job"))
            // Another admin sees a name, and an operator's deed without one.
            let olga = try await fixture.join("olga", .owner, of: harbor)
            let seen = try await olga.get("/jobs/\(job)")
            #expect(seen.body.contains(">adam<"))
            let otto = try await fixture.join("otto", .viewer, of: fixture.companies.kestrel, staff: .operator)
            let theirs = Browser.token(in: try await otto.get("/staff/jobs").body)
            let cancelled = try await otto.post("/staff/jobs/\(job)/act", ["csrf": theirs, "act": "cancel"])
            #expect(location(cancelled) == "/staff/jobs/\(job)?did=cancel&count=1")
            let timeline = try await olga.get("/jobs/\(job)")
            #expect(timeline.body.contains("Tidemark staff") && !timeline.body.contains(">otto<"))
        }
    }

    @Test func all_of_a_list_is_confirmed_and_done() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let harbor = fixture.companies.harbor
            for _ in 0..<3 { _ = try await fixture.deadJob(of: harbor) }
            _ = try await fixture.deadJob(of: harbor, kind: "other")
            _ = try await fixture.deadJob(of: fixture.companies.kestrel)
            let adam = try await fixture.join("adam", .admin, of: harbor)
            let list = try await adam.get("/jobs?status=dead&kind=errand")
            #expect(list.body.contains("/jobs/confirm?status=dead&amp;kind=errand&amp;act=replay"))
            let asked = try await adam.get("/jobs/confirm?status=dead&kind=errand&act=replay")
            #expect(asked.body.contains("Replay 3 jobs?"))
            let fields = [
                "csrf": Browser.token(in: asked.body), "status": "dead", "kind": "errand", "act": "replay",
            ]
            let done = try await adam.post("/jobs/confirm", fields)
            #expect(location(done) == "/jobs?status=dead&kind=errand&did=replay&count=3")
            #expect(try await adam.get(location(done)).body.contains("3 jobs begin anew."))
            #expect(try await fixture.count("ready_jobs", of: harbor) == 3)
            #expect(try await fixture.count("job_outcomes", of: harbor) == 1)
            #expect(try await fixture.count("job_outcomes", of: fixture.companies.kestrel) == 1)
            // A filter that cannot be read must not become one that everything fits.
            for bad in [["status": "gone"], ["kind": "<b>"], ["limit": "x"]] {
                let answer = try await adam.post("/jobs/confirm", fields.merging(bad) { $1 })
                #expect(answer.status == .badRequest)
            }
            let none = try await adam.post("/jobs/confirm", fields.merging(["id": "zz"]) { $1 })
            #expect(location(none).hasSuffix("count=0"))
            let other = try await adam.post("/jobs/confirm", fields.merging(["act": "pause"]) { $1 })
            #expect(other.status == .badRequest)
        }
    }

    @Test func a_job_is_added_by_hand_where_its_kind_allows_it() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let adam = try await fixture.join("adam", .admin, of: fixture.companies.harbor, staff: .operator)
            let form = try await adam.get("/jobs/new")
            #expect(form.body.contains("value=\"errand\"") && !form.body.contains("value=\"chore\""))
            let token = Browser.token(in: form.body)
            let refused = try await adam.post(
                "/jobs/new", ["csrf": token, "kind": "chore", "arguments": "{\"number\":1}"])
            #expect(refused.status == .badRequest && refused.body.contains("cannot be added by hand"))
            let broken = try await adam.post("/jobs/new", ["csrf": token, "kind": "errand", "arguments": "{<b>"])
            #expect(broken.status == .badRequest && broken.body.contains("{&lt;b&gt;"))
            let platform = try await adam.post(
                "/staff/jobs/new",
                ["csrf": token, "kind": "chore", "company": "kestrel", "arguments": "{\"number\":1}"])
            #expect(platform.status == .seeOther)
            #expect(try await fixture.count("ready_jobs", of: fixture.companies.kestrel) == 1)
            let unknown = try await adam.post(
                "/staff/jobs/new", ["csrf": token, "kind": "chore", "company": "nobody", "arguments": "{\"number\":1}"])
            #expect(unknown.body.contains("There is no such company."))
        }
    }

    @Test(arguments: [
        ("job_tallies", 1), ("job_acts", 1), ("job_pauses", 1), ("job_schedules", 1), ("job_outcomes", 2),
    ])
    func a_part_that_cannot_be_read_says_so_and_the_page_stands(_ table: String, _ parts: Int) async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            _ = try await fixture.deadJob(of: fixture.companies.harbor)
            let adam = try await fixture.join("adam", .admin, of: fixture.companies.harbor, staff: .operator)
            let owner = try await fixture.companies.test.owner()
            try await owner.execute("REVOKE SELECT ON \(unsafe: table) FROM tidemark_app, tidemark_worker")
            for path in ["/jobs", "/staff/jobs"] {
                let answer = try await adam.get(path)
                #expect(answer.status == .ok)
                let failed = answer.body.components(separatedBy: "could not be read right now").count - 1
                #expect(failed == parts, "\(path) without \(table)")
                #expect(answer.body.contains("id=\"queues\"") && answer.body.contains("name=\"csrf\""))
            }
        }
    }

    @Test func a_part_that_hangs_is_given_up_and_the_page_stands() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let job = try await fixture.deadJob(of: fixture.companies.harbor)
            let adam = try await fixture.join("adam", .admin, of: fixture.companies.harbor)
            let owner = try await fixture.companies.test.owner()
            try await owner.execute("BEGIN")
            try await owner.execute("LOCK TABLE job_events, job_tallies IN ACCESS EXCLUSIVE MODE")
            let started = ContinuousClock.now
            let overview = try await adam.get("/jobs")
            let detail = try await adam.get("/jobs/\(job)")
            #expect(ContinuousClock.now - started < .seconds(12))
            try await owner.execute("ROLLBACK")
            for answer in [overview, detail] {
                #expect(answer.status == .ok)
                #expect(answer.body.components(separatedBy: "could not be read right now").count - 1 == 1)
            }
        }
    }

    @Test func pages_of_the_list_lead_on_and_odd_addresses_are_answered() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            for _ in 0..<12 { _ = try await fixture.deadJob(of: fixture.companies.harbor) }
            let adam = try await fixture.join("adam", .admin, of: fixture.companies.harbor, staff: .operator)
            let first = try await adam.get("/jobs?limit=10")
            let next = try #require(first.body.firstMatch(of: #/href="([^"#]+)#list" rel="next"/#)?.output.1)
            let second = try await adam.get(String(next).replacing("&amp;", with: "&"))
            func ids(_ html: String) -> [String] {
                html.matches(of: #/href="\/jobs\/([0-9a-f-]{36})"/#).map { String($0.output.1) }
            }
            #expect(ids(first.body).count == 10 && ids(second.body).count == 2)
            #expect(Set(ids(first.body) + ids(second.body)).count == 12)
            let api = try await adam.get("/api/v1/jobs?limit=10")
            let cursor = try #require(api.body.firstMatch(of: #/"next":"([^"]+)"/#)?.output.1)
            #expect(try await adam.get("/api/v1/jobs?limit=10&cursor=\(cursor)").body.contains("\"has_more\":false"))
            #expect(try await adam.get("/api/v1/jobs?cursor=x").status == .badRequest)
            for path in [
                "/jobs?cursor=%00%ff", "/jobs?limit=99999999999999999999", "/jobs?status=%F0%9F", "/jobs?id='--",
                "/jobs?kind=" + String(repeating: "a", count: 5_000), "/jobs?&&&===", "/jobs?cursor=1~2",
                "/jobs?did=cancel&count=999999999999999999999", "/staff/jobs?company=nobody&status=dead",
            ] {
                #expect(try await adam.get(path).status == .ok, "\(path.prefix(60))")
            }
            #expect(try await adam.get("/jobs/confirm?act=explode").status == .badRequest)
        }
    }
}
