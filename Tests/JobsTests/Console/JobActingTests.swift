import Companies
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Jobs

@Suite struct JobActingTests {
    private let person = IdentityID(rawValue: UUID())

    @Test func one_job_is_acted_on_and_it_is_written_down_who_did_it() async throws {
        try await JobFixture.with { fixture in
            let admin = fixture.admin(person: person)
            let jobs = try await fixture.enqueue(0..<2)
            #expect(try await admin.perform(.cancel, on: jobs[0], of: fixture.harbor.id))
            #expect(try await !admin.perform(.cancel, on: jobs[0], of: fixture.harbor.id))
            #expect(try await admin.perform(.replay, on: jobs[0], of: fixture.harbor.id))
            let events = try await admin.read(JobTimelineRow.of(jobs[0], in: fixture.harbor.id))
            #expect(events.map(\.event) == ["cancelled", "replayed"])
            #expect(events.allSatisfy { $0.actedBy == person })
            let acts = try await admin.read(JobAct.newest(of: admin.scope))
            #expect(acts.first?.act == "replay" && acts.first?.actedBy == person && acts.first?.jobs == 1)
            // Whatever happens by itself has nobody's name.
            let worker = try await fixture.worker()
            let claimed = try await fixture.claim(worker, most: 1)
            try await fixture.settle(worker, claimed, .dead(reason: "no"))
            let dead = try await admin.read(JobTimelineRow.of(claimed[0].id, in: fixture.harbor.id))
            #expect(dead.last?.event == "dead" && dead.last?.actedBy == nil)
        }
    }

    @Test func a_forged_id_changes_nothing() async throws {
        try await JobFixture.with { fixture in
            let theirs = try await fixture.enqueue(0..<3, in: fixture.kestrel)
            let admin = fixture.admin(person: person)
            for job in theirs {
                for company in [fixture.harbor.id, fixture.kestrel.id] {
                    for action in JobAction.allCases {
                        #expect(try await !admin.perform(action, on: job, of: company))
                    }
                }
            }
            #expect(try await fixture.places(in: fixture.kestrel) == ["ready_jobs": 3])
            #expect(try await fixture.count("job_events", in: fixture.kestrel) == 0)
            #expect(try await fixture.count("job_acts", in: fixture.kestrel) == 0)
        }
    }

    @Test func all_jobs_of_a_list_are_acted_on_batch_by_batch() async throws {
        try await JobFixture.with { fixture in
            let count = 2 * JobConsole.batch + 100
            try await fixture.seed(count, "dead")
            try await fixture.seed(7, "dead", kind: "other")
            try await fixture.seed(5, "dead", in: fixture.kestrel)
            let admin = fixture.admin(person: person)
            let filter = JobFilter(place: .dead, kind: "probe")
            // No time at all: one batch, and where to go on.
            var changed = 0
            var calls = 0
            var start: JobConsole.Continuation?
            repeat {
                let progress = try await admin.perform(
                    .replay, onAll: filter, of: admin.scope, subject: "test", from: start, budget: .zero)
                changed += progress.changed
                calls += 1
                start = progress.next
            } while start != nil
            #expect(changed == count && calls == 3)
            #expect(try await fixture.places() == ["ready_jobs": count, "job_outcomes": 7])
            #expect(try await fixture.count("job_outcomes", in: fixture.kestrel) == 5)
            #expect(try await fixture.count("job_acts") == 3)
            let cancelled = try await admin.perform(
                .cancel, onAll: JobFilter(), of: admin.scope, subject: "test", budget: .seconds(60))
            #expect(cancelled == JobConsole.Progress(changed: count, next: nil))
            let everywhere = try await fixture.platform(person: person).perform(
                .discard, onAll: JobFilter(), of: .everywhere, subject: "all", budget: .seconds(60))
            #expect(everywhere.changed == 12)
            #expect(try await fixture.count("job_acts", "act = 'discard' AND jobs = 5", in: fixture.kestrel) == 1)
        }
    }

    @Test func queues_and_kinds_are_paused_for_a_company_or_for_all() async throws {
        try await JobFixture.with { fixture in
            let admin = fixture.admin(person: person)
            try await fixture.enqueue(0..<1)
            try await fixture.enqueue(0..<1, in: fixture.kestrel)
            let worker = try await fixture.worker()
            #expect(try await admin.pause(.queue("standard"), true))
            #expect(try await !admin.pause(.queue("standard"), true))
            #expect(try await fixture.claim(worker).map(\.company) == [fixture.kestrel.id])
            #expect(try await admin.pause(.queue("standard"), false))
            #expect(try await fixture.platform().pause(.kind("probe"), true))
            #expect(try await fixture.claim(worker).isEmpty)
            let seen = try await admin.read(JobPause.all(of: admin.scope))
            #expect(seen.map(\.scope) == ["kind:probe"] && seen.allSatisfy(\.isOfHouse))
            #expect(try await !admin.pause(.kind("probe"), false), "a company cannot resume what the platform paused")
            #expect(try await fixture.claim(worker).isEmpty)
            #expect(try await fixture.platform().pause(.kind("probe"), false))
            #expect(try await fixture.claim(worker).count == 1)
            for name in ["", "Bad", "a b", "a'b", "_a", String(repeating: "a", count: 81)] {
                #expect(try await !admin.pause(.queue(name), true))
            }
        }
    }

    @Test func a_schedule_is_paused_and_goes_on_from_now() async throws {
        try await JobFixture.with { fixture in
            let id = UUID()
            try await fixture.companies.database.transaction(in: fixture.harbor.id) {
                try await $0.schedule(
                    "daily", Probe(number: 1), cron: "0 6 * * *", timeZone: "UTC", id: id, now: fixture.companies.now)
            }
            let admin = fixture.admin(person: person)
            let now = fixture.companies.now.addingTimeInterval(30 * 86_400)
            #expect(try await admin.pause(schedule: id, of: fixture.harbor.id, true, now: now) == "daily")
            #expect(try await ScheduleStore(database: fixture.companies.database).turnIntoJobs(now: now) == 0)
            #expect(try await admin.pause(schedule: id, of: fixture.harbor.id, false, now: now) == "daily")
            #expect(try await ScheduleStore(database: fixture.companies.database).turnIntoJobs(now: now) == 0)
            let shown = try #require(try await admin.read(ScheduleOverview.all(of: admin.scope)).first)
            #expect(try #require(shown.nextSlot.date) > now)
            let other = fixture.admin(of: fixture.kestrel)
            #expect(try await other.pause(schedule: id, of: fixture.harbor.id, true, now: now) == nil)
            #expect(try await other.pause(schedule: id, of: fixture.kestrel.id, true, now: now) == nil)
            #expect(try await fixture.platform().pause(schedule: id, of: fixture.harbor.id, true, now: now) == "daily")
        }
    }

    @Test func a_job_is_added_by_hand_only_as_its_kind_reads_it() async throws {
        try await JobFixture.with { fixture in
            var registry = JobRegistry()
            registry.register(Probe.self, settings: JobSettings(byHand: true)) { _, _ in }
            registry.register(Limited.self) { _, _ in }
            let admin = fixture.admin(person: person)
            #expect(admin.kindsByHand(registry) == ["probe"])
            #expect(fixture.platform().kindsByHand(registry) == ["limited", "probe"])
            let id = try await admin.enqueue(
                "probe", json: #" {"number": 4, "unknown": "x"} "#, for: fixture.harbor.id, registry)
            let job = try #require(try await admin.read(JobFacts.find(id, in: admin.scope)).first)
            #expect(job.arguments == #"{"number":4}"# && job.standing.place == .ready)
            for json in ["", "{}", "[1]", #"{"number":"4"}"#, "{", #"{"number":1}garbage"#] {
                await #expect(throws: JobConsole.ByHandProblem.unreadable) {
                    _ = try await admin.enqueue("probe", json: json, for: fixture.harbor.id, registry)
                }
            }
            for (kind, company) in [
                ("limited", fixture.harbor.id), ("none", fixture.harbor.id), ("probe", fixture.kestrel.id),
            ] {
                await #expect(throws: JobConsole.ByHandProblem.unknownKind) {
                    _ = try await admin.enqueue(kind, json: #"{"number":1}"#, for: company, registry)
                }
            }
            _ = try await fixture.platform().enqueue(
                "limited", json: #"{"number":1}"#, for: fixture.kestrel.id, registry)
            #expect(try await fixture.places(in: fixture.kestrel) == ["ready_jobs": 1])
        }
    }
}
