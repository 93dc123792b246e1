import Companies
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Jobs

@Suite struct JobListTests {
    /// A few jobs in each place, in both companies.
    private func populate(_ fixture: JobFixture) async throws {
        for company in [fixture.harbor, fixture.kestrel] {
            try await fixture.enqueue(0..<20, in: company)
            try await fixture.enqueue(0..<15, in: company, EnqueueOptions(at: Date().addingTimeInterval(3_600)))
            for state in ["completed", "cancelled", "dead"] {
                try await fixture.seed(12, state, in: company)
                try await fixture.seed(5, state, kind: "other", in: company)
            }
        }
        let blocker = try await fixture.enqueue(100..<101)
        try await fixture.enqueue(101..<104, EnqueueOptions(after: blocker))
        _ = try await fixture.claim(try await fixture.worker(), most: 6, mostEach: 3)
    }

    @Test func every_list_has_the_right_jobs_once_in_order_for_a_company_and_for_all() async throws {
        try await JobFixture.with { fixture in
            try await populate(fixture)
            let tables: [JobPlace: String] = [
                .ready: "ready_jobs", .waiting: "waiting_jobs", .running: "job_leases",
            ]
            for console in [fixture.admin(), fixture.admin(of: fixture.kestrel), fixture.platform()] {
                for place in [nil] + JobPlace.allCases {
                    for kind in [nil, "probe", "other", "missing"] {
                        for queue in [nil, "standard", "missing"] {
                            let filter = JobFilter(place: place, kind: kind, queue: queue)
                            let rows = try await fixture.walk(filter, console)
                            let table = place.map { tables[$0] ?? "job_outcomes" } ?? "jobs"
                            let state =
                                place.map { tables[$0] == nil ? "t.state = '\($0.rawValue)'" : "true" } ?? "true"
                            let expected = try await console.read(
                                Query<Single<UUID>>(
                                    """
                                    SELECT j.job_id FROM jobs j JOIN \(unsafe: table) t USING (company_id, job_id)
                                    WHERE \(unsafe: state) AND (\(kind)::text IS NULL OR j.kind = \(kind))
                                        AND (\(queue)::text IS NULL OR j.queue = \(queue))
                                    """))
                            #expect(rows.count == expected.count, "\(filter) \(console.side)")
                            #expect(Set(rows.map(\.id.rawValue)) == Set(expected.map(\.value)), "\(filter)")
                            let moments = rows.map(\.cursor.moment)
                            #expect(moments == moments.sorted(by: >), "\(filter)")
                            if let place { #expect(rows.allSatisfy { $0.standing.place == place }, "\(filter)") }
                            let counted = try await console.read(
                                JobListQueries.count(filter, of: console.scope, most: 30))
                            #expect(
                                counted.first?.first == min(31, expected.count) || counted.first?.second == true,
                                "\(filter)")
                        }
                    }
                }
            }
        }
    }

    @Test func jobs_that_come_while_somebody_pages_neither_repeat_nor_hide_others() async throws {
        try await JobFixture.with { fixture in
            try await fixture.seed(40, "dead")
            let before = Set(try await fixture.walk(JobFilter(), fixture.admin()).map(\.id))
            for filter in [JobFilter(), JobFilter(place: .dead), JobFilter(kind: "probe")] {
                let rows = try await fixture.walk(filter, fixture.admin(), limit: 10) {
                    try await fixture.seed(3, "dead")
                    try await fixture.enqueue(0..<3)
                }
                let ids = rows.map(\.id)
                #expect(Set(ids).count == ids.count)
                #expect(before.isSubset(of: ids))
            }
        }
    }

    @Test func a_rare_job_is_found_however_many_others_there_are() async throws {
        try await JobFixture.with { fixture in
            try await fixture.seed(3, "dead", kind: "rare")
            try await fixture.seed(3, "completed", kind: "rare")
            try await fixture.seed(JobSearch.most + 500, "dead")
            try await fixture.seed(JobSearch.most + 500, "completed")
            for console in [fixture.admin(), fixture.platform()] {
                for place in [nil, JobPlace.dead, .completed] {
                    let rows = try await fixture.walk(JobFilter(place: place, kind: "rare"), console, limit: 50)
                    #expect(rows.count == (place == nil ? 6 : 3), "\(String(describing: place))")
                }
            }
        }
    }

    @Test func jobs_are_found_by_the_beginning_of_their_id() async throws {
        try await JobFixture.with { fixture in
            let ids = try await fixture.enqueue(0..<30)
            let theirs = try await fixture.enqueue(0..<1, in: fixture.kestrel)
            for id in ids.prefix(3) {
                for digits in [8, 13, 36] {
                    let range = JobFilter.ids(beginningWith: String("\(id)".prefix(digits)))
                    #expect(range != nil)
                    let rows = try await fixture.walk(JobFilter(ids: range), fixture.admin())
                    #expect(rows.contains { $0.id == id })
                    let dead = JobFilter(place: .dead, ids: range)
                    #expect(try await fixture.walk(dead, fixture.admin()).isEmpty)
                    let ready = JobFilter(place: .ready, kind: "probe", ids: range)
                    #expect(try await fixture.walk(ready, fixture.platform()).contains { $0.id == id })
                }
            }
            let other = JobFilter(ids: JobFilter.ids(beginningWith: "\(theirs[0])"))
            #expect(try await fixture.walk(other, fixture.admin()).isEmpty)
            #expect(try await fixture.walk(other, fixture.platform()).count == 1)
            for text in ["", "abc", "xyz0", "%27--", String(repeating: "a", count: 33)] {
                #expect(JobFilter.ids(beginningWith: text) == nil)
            }
        }
    }

    @Test func no_statement_shows_another_companys_jobs_even_when_asked_to() async throws {
        try await JobFixture.with { fixture in
            try await populate(fixture)
            let theirs = Set(try await fixture.walk(JobFilter(), fixture.admin(of: fixture.kestrel)).map(\.id))
            let admin = fixture.admin()
            for scope in [JobScope.everywhere, .company(fixture.kestrel.id)] {
                for place in [nil] + JobPlace.allCases {
                    let rows = try await admin.read(
                        JobListQueries.page(JobFilter(place: place), of: scope, after: nil, limit: 200))
                    #expect(theirs.isDisjoint(with: rows.map(\.row.id)))
                }
                let job = try #require(theirs.first)
                #expect(try await admin.read(JobFacts.find(job, in: scope)).isEmpty)
                #expect(try await admin.read(JobTimelineRow.of(job, in: fixture.kestrel.id)).isEmpty)
                let counts = try #require(try await admin.read(JobCounts.of(scope)).first)
                let own = try #require(try await admin.read(JobCounts.of(admin.scope)).first)
                if scope == .everywhere { #expect(counts == own) } else { #expect(counts[.dead] == 0) }
            }
            await #expect(throws: DatabaseError.self) { _ = try await admin.read(WorkerOverview.all) }
        }
    }

    @Test func the_overview_counts_what_is_there() async throws {
        try await JobFixture.with { fixture in
            try await populate(fixture)
            let (queues, counts, kinds) = try await fixture.admin().read(
                QueueOverview.all(of: fixture.admin().scope), JobCounts.of(fixture.admin().scope),
                JobTally.kinds(of: fixture.admin().scope))
            #expect(queues.map(\.name) == ["standard"])
            #expect(queues.first?.ready == 18 && queues.first?.running == 3 && queues.first?.waiting == 18)
            #expect(queues.first?.oldestReady != nil)
            #expect(
                counts.first?.counts == [
                    .ready: 18, .waiting: 18, .running: 3, .completed: 17, .cancelled: 17, .dead: 17,
                ])
            #expect(kinds.map(\.value) == ["other", "probe"])
            let (all, workers) = try await fixture.platform().read(
                QueueOverview.all(of: .everywhere), WorkerOverview.all)
            #expect(all.first?.running == 6 && workers.first?.running == 6)
        }
    }

    @Test func a_read_of_the_console_ends_in_time_and_writes_nothing() async throws {
        try await JobFixture.with { fixture in
            for side in [JobConsole.Side.company(fixture.harbor.id), .platform] {
                let console = JobConsole(
                    database: fixture.companies.database, side: side, person: nil, limit: .milliseconds(100))
                let slow = await #expect(throws: DatabaseError.self) {
                    _ = try await console.read(Query<Single<Bool>>("SELECT pg_sleep(10) IS NULL"))
                }
                #expect(slow?.state == .queryCanceled)
                await #expect(throws: DatabaseError.self) {
                    _ = try await console.read(Query<Ignored>("DELETE FROM job_progress"))
                }
            }
        }
    }
}
