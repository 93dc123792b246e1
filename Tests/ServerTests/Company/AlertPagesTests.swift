import Alerts
import Companies
import Foundation
import HTTPTypes
import Postgres
import TestSupport
import Testing

@testable import Server

@Suite struct AlertPagesTests {
    private func count(_ sql: SQL, in company: CompanyID, _ fixture: WebFixture) async throws -> Int {
        let rows = try await fixture.companies.database.read(
            in: company, Query<Single<Int>>("SELECT count(*) FROM \(sql)"))
        return try #require(rows.first).value
    }

    @Test func an_admin_sees_what_is_wrong_and_looks_after_it() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let harbor = fixture.companies.harbor
            let admin = try await fixture.join("adam", .admin, of: harbor)
            let calm = try await admin.get("/alerts").body
            #expect(calm.contains("Nothing is wrong") && calm.contains("Have yourself told") && !calm.contains("waits"))
            let places = try await Places(fixture, of: harbor)
            let place = places.path("/alerts/{alert}")

            let list = try await admin.get("/alerts")
            #expect(list.body.contains("1 alert waits for somebody"))
            #expect(list.body.contains("LibDib: 4 runs in a row failed") && list.body.contains("CANARY detail"))
            #expect(list.headers[.cacheControl] == "no-store")
            // How many wait stands beside the name of the page, on every page.
            #expect(try await admin.get("/").body.contains("1 alert waits"))
            let token = Browser.token(in: list.body)
            func act(_ fields: [String: String]) async throws -> String {
                let answer = try await admin.post(place + "/act", ["csrf": token].merging(fields) { $1 })
                #expect(answer.status == .seeOther)
                return try await admin.get(answer.headers[.location] ?? "").body
            }
            let silent = try await act(["act": "silence", "hours": "8"])
            #expect(silent.contains("Nobody is told of it for that long") && silent.contains("End the silence"))
            #expect(try await act(["act": "unsilence"]).contains("told again"))
            let owned = try await act(["act": "acknowledge"])
            #expect(
                owned.contains("You look after it") && owned.contains("looked after")
                    && !owned.contains("I look after it"))
            #expect(try await act(["act": "acknowledge"]).contains("Somebody else did that already"))
            #expect(try await admin.get("/alerts").body.contains("Nothing waits: somebody looks after what is wrong"))
            #expect(try await !admin.get("/").body.contains("alert waits"))
            #expect(try await act(["act": "close"]).contains("It is closed"))
            #expect(try await admin.get("/alerts?show=resolved").body.contains("closed by hand"))
            for wrong in [["act": "explode"], ["act": "silence", "hours": "9999"], [:]] {
                #expect(
                    try await admin.post(place + "/act", ["csrf": token].merging(wrong) { $1 }).status == .notFound)
            }
            // Each of the acts has figures looked at, and one that waits is enough.
            #expect(try await count("jobs WHERE kind = 'alert.watch'", in: harbor.id, fixture) == 1)
        }
    }

    @Test func nobody_sees_another_companys_and_who_may_not_look_is_told_so() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let (harbor, kestrel) = (fixture.companies.harbor, fixture.companies.kestrel)
            let admin = try await fixture.join("adam", .admin, of: harbor)
            let ours = try await Places(fixture, of: harbor)
            let theirs = try await Places(fixture, of: kestrel)
            let token = Browser.token(in: try await admin.get("/alerts").body)
            for place in ["/alerts/{alert}", "/alerts/channels/{channel}"] {
                #expect(try await admin.get(ours.path(place)).status == .ok)
                #expect(try await admin.get(theirs.path(place)).status == .notFound)
                #expect(try await admin.get(Places.random().path(place)).status == .notFound)
            }
            for (place, fields) in [
                ("/alerts/{alert}/act", ["act": "close"]), ("/alerts/channels/{channel}/act", ["act": "test"]),
                ("/alerts/channels/{channel}/act", ["act": "remove", "confirmed": "yes"]),
            ] {
                let answer = try await admin.post(theirs.path(place), ["csrf": token].merging(fields) { $1 })
                #expect(answer.status == .notFound, "\(place)")
            }
            #expect(try await count("alerts WHERE state = 'open'", in: kestrel.id, fixture) == 1)
            #expect(try await count("alert_channels WHERE removed_at IS NULL", in: kestrel.id, fixture) == 1)
            #expect(try await count("alert_deliveries", in: kestrel.id, fixture) == 0)
            let viewer = try await fixture.browser("ada")
            for place in ["/alerts", "/alerts/monitors", "/alerts/channels"] {
                #expect(try await viewer.get(place).status == .forbidden)
                #expect(try await viewer.get("/staff" + place).status == .notFound)
            }
            #expect(try await !viewer.get("/").body.contains("alert waits"))
        }
    }

    @Test func a_webhook_is_added_and_its_key_is_shown_once() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let harbor = fixture.companies.harbor
            let admin = try await fixture.join("adam", .admin, of: harbor)
            let empty = try await admin.get("/alerts/channels").body
            #expect(empty.contains("Nobody is told outside of these pages yet"))
            let token = Browser.token(in: empty)
            func add(_ fields: [String: String]) async throws -> Browser.Answer {
                try await admin.post(
                    "/alerts/channels", ["csrf": token, "name": "Ours", "least": "warning"].merging(fields) { $1 })
            }
            let made = try await add(["kind": "webhook", "secret-channel": "https://example.com/hook/CANARY-PATH"])
            #expect(made.status == .ok && made.headers[.cacheControl] == "no-store")
            let key = try #require(made.body.firstMatch(of: #/whsec_[A-Za-z0-9+\/=&#;x]{20,}/#)).0
            #expect(made.body.contains("shown this once") && made.body.contains("example.com"))
            let list = try await admin.get("/alerts/channels").body
            #expect(
                list.contains("Ours") && !list.contains(key) && !list.contains("whsec_")
                    && !list.contains("CANARY-PATH"))
            let place = try #require(list.firstMatch(of: #/href="(/alerts/channels/[0-9a-f-]{36})"/#)).1
            let page = try await admin.get(String(place)).body
            #expect(page.contains("Ours (Webhook)") && !page.contains("CANARY-PATH") && page.contains("Nothing yet"))
            // A test goes the way every alert goes.
            let tested = try await admin.post(place + "/act", ["csrf": token, "act": "test"])
            #expect(tested.headers[.location] == place + "?did=testing")
            #expect(try await admin.get(place + "?did=testing").body.contains("on its way"))
            #expect(
                try await count("jobs WHERE kind = 'alert.deliver' AND queue = 'alerts'", in: harbor.id, fixture) == 1)

            for (fields, sentence) in [
                (
                    ["kind": "webhook", "secret-channel": "https://10.0.0.1/"],
                    "begins with https:// and has a public host"
                ),
                (
                    ["kind": "webhook", "name": "OURS", "secret-channel": "https://example.com/"],
                    "of this name already"
                ),
                (["kind": "webhook", "name": "Other"], "begins with https://"),
                (
                    ["kind": "slack", "name": "Slack", "secret-channel": "https://example.com/CANARY-TYPED"],
                    "hooks.slack.com"
                ),
                (["kind": "pagerduty", "name": "Duty", "secret-channel": "CANARY-TYPED"], "32 letters and digits"),
                (["kind": "email", "name": ""], "1 to 100 characters"),
            ] {
                let answer = try await add(fields)
                #expect(answer.status == .unprocessableContent && answer.body.contains(sentence), "\(fields)")
                #expect(!answer.body.contains("CANARY-TYPED"))
            }
            #expect(try await add(["kind": "pigeon"]).status == .notFound)

            _ = try await admin.post(place + "/act", ["csrf": token, "act": "remove"])
            #expect(try await admin.get("/alerts/channels").body.contains("Ours"))
            _ = try await admin.post(place + "/act", ["csrf": token, "act": "remove", "confirmed": "yes"])
            #expect(try await admin.get("/alerts/channels").body.contains("Nobody is told outside"))
            #expect(try await admin.get(String(place)).status == .notFound)
            #expect(try await count("alert_channel_secrets", in: harbor.id, fixture) == 0)
            let events = try await fixture.companies.database.read(
                in: harbor.id, AuditTrail.newest(of: harbor.id, AuditFilter(area: "channel"), limit: 20))
            #expect(events.map(\.action).reversed() == ["channel.added", "channel.tested", "channel.removed"])
        }
    }

    @Test func mail_goes_to_members_that_are_chosen_and_to_no_address_that_is_typed() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let harbor = fixture.companies.harbor
            let admin = try await fixture.join("adam", .admin, of: harbor)
            let page = try await admin.get("/alerts/channels").body
            #expect(page.contains("adam") && page.contains("ada") && !page.contains("bob"))
            let members = page.matches(of: #/name="to-([0-9a-f-]{36})"/#).map { String($0.1) }
            let stranger = try await fixture.companies.database.read(
                in: fixture.companies.kestrel.id, Query<Single<UUID>>("SELECT identity_id FROM members"))
            let answer = try await admin.post(
                "/alerts/channels",
                [
                    "csrf": Browser.token(in: page), "kind": "email", "name": "Us", "least": "notice",
                    "to-\(try #require(members.first))": "yes",
                    "to-\(try #require(stranger.first).value.uuidString.lowercased())": "yes",
                ])
            #expect(answer.headers[.location] == "/alerts/channels?did=told")
            #expect(try await admin.get("/alerts/channels").body.contains("1 person"))
        }
    }

    @Test func a_limit_is_changed_and_what_makes_no_sense_comes_back() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let admin = try await fixture.join("adam", .admin, of: fixture.companies.harbor)
            let list = try await admin.get("/alerts/monitors").body
            #expect(
                list.contains("10 figures are watched") && list.contains("more than 24\u{A0}h")
                    && list.contains("less than 95\u{A0}%"))
            #expect(!list.contains("Watch another figure"))
            let places = list.matches(of: #/href="(/alerts/monitors/[a-z.]+)"/#).map { String($0.1) }
            let place = try #require(places.dropFirst().first)
            let form = try await admin.get(place).body
            #expect(form.contains("Time since a source was read") && form.contains("Usually: more than 24\u{A0}h"))
            func change(_ fields: [String: String]) async throws -> Browser.Answer {
                let usual = ["threshold": "6", "patience": "0", "severity": "critical", "on": "yes"]
                return try await admin.post(
                    place, ["csrf": Browser.token(in: form)].merging(usual) { $1 }.merging(fields) { $1 })
            }
            #expect(try await change([:]).headers[.location] == "/alerts/monitors?did=changed")
            #expect(try await admin.get("/alerts/monitors").body.contains("more than 6\u{A0}h"))
            for (fields, sentence) in [
                (["threshold": "soon"], "as a number"), (["threshold": "0"], "between 2\u{A0}h and 8,760\u{A0}h"),
                (["threshold": "1e9"], "as a number"), (["patience": "2000"], "between 0 and 1,440 minutes"),
                (["patience": "x"], "as a number"),
            ] {
                let answer = try await change(fields)
                #expect(answer.status == .unprocessableContent && answer.body.contains(sentence), "\(fields)")
                #expect(answer.body.contains("value=\"\(fields.values.first ?? "")\""))
            }
            #expect(try await change(["severity": "loud"]).status == .notFound)
            // The other company's limit of the same figure is as it was.
            let other = try await fixture.join("kim", .admin, of: fixture.companies.kestrel)
            #expect(try await other.get("/alerts/monitors").body.contains("more than 24\u{A0}h"))
            #expect(try await admin.get("/alerts/monitors/source.nothing").status == .notFound)
            #expect(try await admin.get("/alerts/monitors/queue.depth").status == .notFound)
            #expect(
                try await change(["act": "silence", "hours": "24"]).headers[.location]
                    == "/alerts/monitors?did=silenced")
            #expect(try await admin.get("/alerts/monitors").body.contains("silenced until"))
            #expect(try await change(["on": ""]).headers[.location] == "/alerts/monitors?did=changed")
            #expect(try await admin.get("/alerts/monitors").body.contains("9 figures are watched"))
        }
    }

    @Test func the_platform_watches_its_processes_by_name() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let operatorAtWork = try await fixture.join("olga", .viewer, of: fixture.companies.harbor, staff: .operator)
            let page = try await operatorAtWork.get("/staff/alerts/monitors").body
            #expect(page.contains("Watch another figure") && page.contains("15 figures are watched"))
            func watch(_ family: String, _ threshold: String) async throws -> Browser.Answer {
                try await operatorAtWork.post(
                    "/staff/alerts/monitors",
                    ["csrf": Browser.token(in: page), "family": family, "threshold": threshold])
            }
            #expect(
                try await watch("tidemark_jobs_dead", "3").headers[.location] == "/staff/alerts/monitors?did=watched")
            // What waits for the platform stands beside its name, and the way there on its pages.
            _ = try await Places(fixture, of: fixture.companies.harbor)
            let jobs = try await operatorAtWork.get("/staff/jobs").body
            #expect(jobs.contains("1 alert waits") && jobs.contains("href=\"/staff/alerts\""))
            let list = try await operatorAtWork.get("/staff/alerts/monitors").body
            #expect(list.contains("tidemark_jobs_dead") && list.contains("more than 3"))
            for (family, threshold, sentence) in [
                ("tidemark_jobs_dead", "4", "a monitor of this figure already"),
                ("Not A Name", "4", "lower-case letters"),
                ("x_total", "", "as a number"),
            ] {
                let answer = try await watch(family, threshold)
                #expect(answer.status == .unprocessableContent && answer.body.contains(sentence), "\(family)")
            }
            let admin = try await fixture.join("adam", .admin, of: fixture.companies.harbor)
            let token = Browser.token(in: try await admin.get("/alerts/monitors").body)
            let theirs = try await admin.post(
                "/alerts/monitors", ["csrf": token, "family": "tidemark_jobs_dead", "threshold": "1"])
            #expect(theirs.status == .methodNotAllowed || theirs.status == .notFound)
        }
    }

    @Test func a_program_reads_alerts_and_says_that_somebody_looks_after_one() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let (harbor, kestrel) = (fixture.companies.harbor, fixture.companies.kestrel)
            let ours = try await Places(fixture, of: harbor)
            let theirs = try await Places(fixture, of: kestrel)
            let admin = try await fixture.join("adam", .admin, of: harbor)
            let list = try await admin.get("/api/v1/alerts").body
            #expect(list.contains("\"source.failures\"") && list.contains(ours.path("/alerts/{alert}")))
            #expect(!list.contains(theirs.path("{alert}")))
            let place = ours.path("/api/v1/alerts/{alert}")
            #expect(try await admin.get(place).body.contains("\"events\""))
            #expect(try await admin.get(theirs.path("/api/v1/alerts/{alert}")).status == .notFound)
            let token = Browser.token(in: try await admin.get("/alerts").body)
            let done = try await admin.post(place + "/acknowledgement", ["csrf": token])
            #expect(done.status == .ok && done.body.contains("\"acknowledged\""))
            let foreign = try await admin.post(
                theirs.path("/api/v1/alerts/{alert}/acknowledgement"), ["csrf": token])
            #expect(foreign.status == .notFound)
            #expect(try await count("alerts WHERE state = 'open'", in: kestrel.id, fixture) == 1)
        }
    }
}
