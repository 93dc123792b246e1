import Companies
import Connections
import Foundation
import HTTPTypes
import Postgres
import TestSupport
import Testing

@testable import Server

@Suite struct SourcePagesTests {
    private func count(_ sql: SQL, in company: CompanyID, _ fixture: WebFixture) async throws -> Int {
        let rows = try await fixture.companies.database.read(
            in: company, Query<Single<Int>>("SELECT count(*) FROM \(sql)"))
        return try #require(rows.first).value
    }

    @Test func an_admin_looks_after_the_companys_sources_and_nobody_elses() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let harbor = fixture.companies.harbor
            let admin = try await fixture.join("adam", .admin, of: harbor)
            let empty = try await admin.get("/sources").body
            #expect(empty.contains("No source is connected yet") && empty.contains("Giassi"))
            let ours = try await Places(fixture, of: harbor)
            let theirs = try await Places(fixture, of: fixture.companies.kestrel)

            let list = try await admin.get("/sources")
            #expect(list.body.contains("1 run waits for your decision") && list.body.contains("CANARY-harbor"))
            #expect(!list.body.contains("CANARY-kestrel") && list.headers[.cacheControl] == "no-store")
            for place in ["/sources/connections/{source}", "/sources/runs/{run}"] {
                #expect(try await admin.get(ours.path(place)).status == .ok)
                #expect(try await admin.get(theirs.path(place)).status == .notFound)
                #expect(try await admin.get(Places.random().path(place)).status == .notFound)
            }
            let token = Browser.token(in: list.body)
            for (place, deed) in [
                ("/sources/connections/{source}/act", "read"), ("/sources/runs/{run}/decide", "publish"),
            ] {
                let answer = try await admin.post(theirs.path(place), ["csrf": token, "act": deed])
                #expect(answer.status == .notFound)
            }
            #expect(try await count("jobs WHERE kind = 'source.read'", in: fixture.companies.kestrel.id, fixture) == 0)
            let kestrel = fixture.companies.kestrel.id
            let held = try await count(
                "scrape_runs WHERE state = 'held' AND company_id = \(kestrel)", in: kestrel, fixture)
            #expect(held == 1)
        }
    }

    @Test func a_connection_is_read_once_however_often_somebody_asks_paused_and_read_again() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let harbor = fixture.companies.harbor
            let admin = try await fixture.join("adam", .admin, of: harbor)
            let places = try await Places(fixture, of: harbor)
            let path = places.path("/sources/connections/{source}/act")
            let token = Browser.token(in: try await admin.get("/sources").body)
            func act(_ deed: String) async throws -> String {
                let answer = try await admin.post(path, ["csrf": token, "act": deed])
                #expect(answer.status == .seeOther)
                return answer.headers[.location] ?? ""
            }
            #expect(try await act("read").hasSuffix("did=asked"))
            #expect(try await act("read").hasSuffix("did=alreadyAsked"))
            #expect(try await count("jobs WHERE kind = 'source.read'", in: harbor.id, fixture) == 1)
            let paused = try await act("pause")
            #expect(try await admin.get(paused).body.contains("paused since"))
            #expect(try await admin.get(try await act("resume")).body.contains("every 60 minutes"))
            #expect(try await admin.post(path, ["csrf": token, "act": "explode"]).status == .notFound)
            #expect(try await admin.post(path, ["csrf": "none", "act": "pause"]).status != .seeOther)
            #expect(try await admin.get("/sources").body.contains("paused") == false)
        }
    }

    @Test func a_held_run_is_decided_once() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let harbor = fixture.companies.harbor
            let admin = try await fixture.join("adam", .admin, of: harbor)
            let places = try await Places(fixture, of: harbor)
            let page = try await admin.get(places.path("/sources/runs/{run}")).body
            #expect(page.contains("There are 3 items, usually 9") && page.contains("Take it over"))
            let token = Browser.token(in: page)
            let path = places.path("/sources/runs/{run}/decide")
            let first = try await admin.post(path, ["csrf": token, "act": "discard"])
            let after = try await admin.get(first.headers[.location] ?? "").body
            #expect(after.contains("Nothing of the run was taken over") && !after.contains("Take it over"))
            let second = try await admin.post(path, ["csrf": token, "act": "publish"])
            #expect(second.headers[.location]?.hasSuffix("did=decided") == true)
        }
    }

    @Test func the_platforms_sources_are_operators_business_and_its_switch_is_everybodys() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let harbor = fixture.companies.harbor
            let admin = try await fixture.join("adam", .admin, of: harbor)
            let olga = try await fixture.join("olga", .viewer, of: harbor, staff: .operator)
            let places = try await Places(fixture, of: harbor)
            #expect(try await admin.get("/staff/sources").status == .notFound)
            #expect(try await olga.get("/sources").status == .forbidden)
            let staff = try await olga.get("/staff/sources").body
            #expect(staff.contains("VinePair") && !staff.contains("CANARY-harbor"))
            #expect(try await olga.get(places.path("/staff/sources/runs/{run}")).status == .ok)

            let token = Browser.token(in: staff)
            let off = try await olga.post(
                "/staff/sources/switch",
                ["csrf": token, "source": "libdib", "act": "stop", "reason": "<b>they</b> asked us to"])
            #expect(off.status == .seeOther)
            let seen = try await admin.get("/sources").body
            #expect(seen.contains("Switched off by the platform: &lt;b&gt;they&lt;/b&gt; asked us to"))
            // A company does not switch it on again.
            let ours = Browser.token(in: seen)
            _ = try await admin.post("/sources/switch", ["csrf": ours, "source": "libdib", "act": "start"])
            #expect(try await admin.get("/sources").body.contains("Switched off by the platform"))
            _ = try await olga.post("/staff/sources/switch", ["csrf": token, "source": "libdib", "act": "start"])
            #expect(try await !admin.get("/sources").body.contains("Switched off"))
            let odd = try await olga.post("/staff/sources/switch", ["csrf": token, "source": "nobody", "act": "stop"])
            #expect(odd.status == .notFound)
        }
    }
}
