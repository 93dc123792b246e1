import Companies
import Foundation
import HTTPTypes
import Hummingbird
import Routes
import TestSupport
import Testing

/// Who may do what: every route of the console, for everybody there is.
@Suite struct JobsAccessTests {
    private struct Request {
        let name: String
        let path: String
        let fields: [String: String]?
        let success: HTTPResponse.Status
    }

    private func requests(_ area: ConsoleArea, job: String, schedule: String, company: String) -> [Request] {
        let dead = JobsQuery(status: .dead, kind: "errand")
        return [
            Request(name: "index", path: JobRoute.index(area, JobsQuery()).path, fields: nil, success: .ok),
            Request(name: "list", path: JobRoute.index(area, dead).path, fields: nil, success: .ok),
            Request(name: "job", path: JobRoute.job(area, job).path, fields: nil, success: .ok),
            Request(name: "schedules", path: JobRoute.schedules(area).path, fields: nil, success: .ok),
            Request(name: "new", path: JobRoute.new(area).path, fields: nil, success: .ok),
            Request(name: "confirm", path: JobRoute.confirm(area, .replay, dead).path, fields: nil, success: .ok),
            Request(name: "act", path: JobRoute.act(area, job).path, fields: ["act": "replay"], success: .seeOther),
            Request(
                name: "all", path: JobRoute.confirmation(area).path,
                fields: ["act": "replay", "status": "dead", "kind": "none"], success: .seeOther),
            Request(
                name: "pause", path: JobRoute.pauses(area).path, fields: ["act": "pause", "queue": "slow"],
                success: .seeOther),
            Request(
                name: "pauseSchedule", path: JobRoute.schedules(area).path,
                fields: ["act": "pause", "schedule": schedule, "company": company], success: .seeOther),
            Request(
                name: "enqueue", path: JobRoute.new(area).path,
                fields: ["kind": "errand", "company": "harbor", "arguments": "{\"shop\":\"a\"}"], success: .seeOther),
        ]
    }

    @Test func roles_and_routes() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let harbor = fixture.companies.harbor
            let job = try await fixture.deadJob(of: harbor)
            let schedule = try await fixture.schedule("daily", of: harbor)
            let people: [(String, Browser, HTTPResponse.Status?, HTTPResponse.Status?)] = [
                ("viewer", try await fixture.join("vera", .viewer, of: harbor), .forbidden, .notFound),
                ("analyst", try await fixture.join("anna", .analyst, of: harbor), .forbidden, .notFound),
                ("admin", try await fixture.join("adam", .admin, of: harbor), nil, .notFound),
                ("owner", try await fixture.join("olga", .owner, of: harbor), nil, .notFound),
                (
                    "reviewer", try await fixture.join("rita", .viewer, of: harbor, staff: .reviewer), .forbidden,
                    .notFound
                ),
                ("operator", try await fixture.join("otto", .viewer, of: harbor, staff: .operator), .forbidden, nil),
                ("nobody", Browser(client: fixture.client), .seeOther, .notFound),
            ]
            for (name, browser, inCompany, inPlatform) in people {
                let token = Browser.token(in: try await browser.get("/").body)
                for (area, refusal) in [(ConsoleArea.company, inCompany), (.platform, inPlatform)] {
                    for request in requests(area, job: job, schedule: schedule, company: "\(harbor.id)") {
                        let answer: Browser.Answer
                        if var fields = request.fields {
                            fields["csrf"] = token
                            answer = try await browser.post(request.path, fields)
                        } else {
                            answer = try await browser.get(request.path)
                        }
                        #expect(answer.status == refusal ?? request.success, "\(name) \(area) \(request.name)")
                        #expect(answer.headers[.cacheControl] == "no-store", "\(name) \(area) \(request.name)")
                        #expect(answer.headers[.eTag] == nil)
                        if answer.status == .seeOther, name == "nobody" {
                            #expect(answer.headers[.location]?.hasPrefix("/sign-in") == true)
                        }
                        if answer.status == .forbidden {
                            #expect(answer.body.contains("An owner or admin of your company can give you access"))
                        }
                        if refusal != nil { #expect(!answer.body.contains("CANARY-harbor")) }
                    }
                }
                for path in ["/api/v1/jobs", "/api/v1/jobs/\(job)"] {
                    let answer = try await browser.get(path)
                    let expected: HTTPResponse.Status =
                        name == "nobody" ? .unauthorized : inCompany == nil ? .ok : .forbidden
                    #expect(answer.status == expected, "\(name) \(path)")
                    #expect(answer.headers[.cacheControl] == "no-store")
                }
                let home = try await browser.get("/")
                #expect(home.body.contains("href=\"/jobs\"") == (name == "admin" || name == "owner"), "\(name)")
                #expect(home.body.contains("href=\"/staff/jobs\"") == (name == "operator"), "\(name)")
            }
        }
    }

    @Test func a_form_without_its_token_changes_nothing() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let harbor = fixture.companies.harbor
            let job = try await fixture.deadJob(of: harbor)
            let schedule = try await fixture.schedule("daily", of: harbor)
            let adam = try await fixture.join("adam", .admin, of: harbor, staff: .operator)
            let other = try await fixture.join("olga", .owner, of: harbor)
            let theirs = Browser.token(in: try await other.get("/jobs").body)
            for area in ConsoleArea.allCases {
                for request in requests(area, job: job, schedule: schedule, company: "\(harbor.id)") {
                    guard var fields = request.fields else { continue }
                    for token in ["", "x", theirs] {
                        fields["csrf"] = token
                        let answer = try await adam.post(request.path, fields)
                        #expect(answer.status == .badRequest, "\(area) \(request.name)")
                    }
                }
            }
            #expect(try await fixture.count("job_outcomes", "state = 'dead'", of: harbor) == 1)
            #expect(try await fixture.count("job_pauses", of: harbor) == 0)
            #expect(try await fixture.count("jobs", of: harbor) == 1)
            #expect(try await fixture.count("job_acts", of: harbor) == 0)
        }
    }

    @Test func ids_of_another_company_are_the_same_as_none() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let (harbor, kestrel) = (fixture.companies.harbor, fixture.companies.kestrel)
            _ = try await fixture.deadJob(of: harbor)
            let theirs = try await fixture.deadJob(of: kestrel)
            let schedule = try await fixture.schedule("daily", of: kestrel)
            let adam = try await fixture.join("adam", .owner, of: harbor)
            let token = Browser.token(in: try await adam.get("/jobs").body)
            func shape(_ answer: Browser.Answer) -> String {
                answer.body.replacing(#/<code>[^<]*<\/code>/#, with: "").replacing(#/[0-9a-f]{16,}/#, with: "")
            }
            let missing = try await adam.get("/jobs/\(UUID().uuidString.lowercased())")
            for path in ["/jobs/\(theirs)", "/jobs/not-an-id"] {
                let answer = try await adam.get(path)
                #expect(answer.status == .notFound && shape(answer) == shape(missing), "\(path)")
                let api = try await adam.get("/api/v1" + path)
                #expect(api.status == .notFound && !api.body.contains("CANARY"))
            }
            for deed in ["cancel", "replay", "discard"] {
                let answer = try await adam.post("/jobs/\(theirs)/act", ["csrf": token, "act": deed])
                #expect(answer.status == .notFound && shape(answer) == shape(missing))
                let all = try await adam.post(
                    "/jobs/confirm", ["csrf": token, "act": deed, "id": theirs, "company": "kestrel"])
                #expect(all.status == .seeOther)
            }
            for company in [harbor, kestrel] {
                let answer = try await adam.post(
                    "/jobs/schedules",
                    ["csrf": token, "act": "pause", "schedule": schedule, "company": "\(company.id)"])
                #expect(answer.status == .notFound)
            }
            for path in [
                "/jobs", "/jobs?company=kestrel", "/jobs?status=dead&kind=errand", "/jobs/schedules",
                "/jobs?id=\(theirs)", "/api/v1/jobs", "/api/v1/jobs?id=\(theirs)", "/api/v1/jobs?company=kestrel",
                "/jobs/confirm?act=replay&company=kestrel",
            ] {
                let answer = try await adam.get(path)
                #expect(answer.status == .ok, "\(path)")
                // The filter repeats what was typed into it.
                let body = answer.body.replacing("value=\"\(theirs)\"", with: "")
                #expect(!body.contains(theirs) && !body.contains("/\(theirs.prefix(8))"), "\(path)")
            }
            #expect(try await fixture.count("job_outcomes", "state = 'dead'", of: kestrel) == 1)
            #expect(try await fixture.count("job_schedules", "paused_at IS NULL", of: kestrel) == 1)
            #expect(try await fixture.count("job_events", of: kestrel) == 1)
        }
    }
}
