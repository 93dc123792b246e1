import Companies
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Jobs

/// The queue in the database, without a worker's tasks.
@Suite struct JobStoreTests {
    @Test func a_job_exists_when_its_transaction_commits_and_not_otherwise() async throws {
        try await JobFixture.with { fixture in
            struct Stop: Error {}
            await #expect(throws: Stop.self) {
                try await fixture.companies.database.transaction(in: fixture.harbor.id) { transaction in
                    try await transaction.enqueue(Probe(number: 1))
                    throw Stop()
                }
            }
            #expect(try await fixture.places() == [:])
            try await fixture.enqueue(0..<3)
            #expect(try await fixture.places() == ["ready_jobs": 3])
        }
    }

    @Test func a_job_goes_from_ready_to_running_to_completed() async throws {
        try await JobFixture.with { fixture in
            try await fixture.enqueue(0..<5)
            let worker = try await fixture.worker()
            let jobs = try await fixture.claim(worker, most: 4)
            #expect(jobs.count == 4 && jobs.allSatisfy { $0.attempt == 1 && $0.kind == "probe" })
            #expect(try await fixture.places() == ["ready_jobs": 1, "job_leases": 4])
            #expect(try await fixture.settle(worker, jobs).count == 4)
            #expect(try await fixture.places() == ["ready_jobs": 1, "job_outcomes": 4])
            #expect(try await fixture.count("job_tallies", "jobs = 4 AND result = 'completed'") == 1)
        }
    }

    @Test func one_living_job_per_key_however_many_ask_at_once() async throws {
        try await JobFixture.with { fixture in
            let added = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        try await fixture.enqueue(number..<number + 1, EnqueueOptions(uniqueKey: "k")).count
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(added == 1)
            #expect(try await fixture.enqueue(0..<1, in: fixture.kestrel, EnqueueOptions(uniqueKey: "k")).count == 1)
            let worker = try await fixture.worker()
            try await fixture.settle(worker, try await fixture.claim(worker))
            #expect(try await fixture.enqueue(0..<1, EnqueueOptions(uniqueKey: "k")).count == 1, "freed by the end")
        }
    }

    @Test func parallel_claims_share_the_jobs() async throws {
        try await JobFixture.with { fixture in
            try await fixture.enqueue(0..<300)
            let ids = try await withThrowingTaskGroup(of: [JobID].self) { group in
                for _ in 0..<10 {
                    let worker = try await fixture.worker()
                    group.addTask {
                        var mine: [JobID] = []
                        while true {
                            let jobs = try await fixture.claim(worker, most: 7)
                            if jobs.isEmpty { return mine }
                            mine += jobs.map(\.id)
                        }
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(ids.count == 300 && Set(ids).count == 300)
        }
    }

    @Test func one_companys_thousand_jobs_leave_room_for_anothers_one() async throws {
        try await JobFixture.with { fixture in
            try await fixture.enqueue(0..<1_000)
            try await fixture.enqueue(0..<1, in: fixture.kestrel)
            let worker = try await fixture.worker()
            let jobs = try await fixture.claim(worker, most: 8)
            #expect(jobs.count == 8 && jobs.count { $0.company == fixture.kestrel.id } == 1)
            let capped = try await fixture.claim(worker, most: 8, mostEach: 6, busy: [fixture.harbor.id: 5])
            #expect(capped.count == 1, "the company may hold six of this worker and holds five")
        }
    }

    @Test func companies_are_served_in_turn() async throws {
        try await JobFixture.with { fixture in
            try await fixture.enqueue(0..<10)
            try await fixture.enqueue(0..<10, in: fixture.kestrel)
            let worker = try await fixture.worker()
            var last: CompanyID?
            var order: [CompanyID] = []
            for _ in 0..<6 {
                let job = try #require(try await fixture.claim(worker, most: 1, after: last).first)
                last = job.company
                order.append(job.company)
            }
            #expect(zip(order, order.dropFirst()).allSatisfy { $0 != $1 })
        }
    }

    @Test func what_is_more_urgent_goes_first_and_nothing_waits_for_ever() async throws {
        try await JobFixture.with { fixture in
            let ids = try await fixture.enqueue(0..<2)
            _ = try await fixture.companies.database.asWorker(
                Query<Ignored>(
                    """
                    UPDATE ready_jobs SET turn_at = turn_at - interval '61 seconds' WHERE job_id = \(ids[1].rawValue)
                    """))
            let worker = try await fixture.worker()
            #expect(try await fixture.claim(worker, most: 1).first?.id == ids[1])
        }
    }

    @Test func a_kind_runs_no_more_often_at_once_than_it_may() async throws {
        try await JobFixture.with { fixture in
            try await fixture.store.declare(["limited": Limited.settings, "probe": Probe.settings])
            try await fixture.companies.database.transaction(in: fixture.harbor.id) { transaction in
                _ = try await transaction.enqueue(all: (0..<20).map { NewJob(Limited(number: $0)) })
            }
            try await fixture.enqueue(0..<5)
            let claimed = try await withThrowingTaskGroup(of: [ClaimedJob].self) { group in
                for _ in 0..<6 {
                    let worker = try await fixture.worker()
                    group.addTask { try await fixture.claim(worker, most: 10) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(claimed.count { $0.kind == "limited" } == 3)
            #expect(claimed.count { $0.kind == "probe" } == 5, "a limited kind is not in the way of the others")
        }
    }

    @Test func a_kind_starts_no_more_often_a_minute_than_it_may() async throws {
        try await JobFixture.with { fixture in
            try await fixture.store.declare(["probe": JobSettings(perMinute: 30)])
            _ = try await fixture.companies.database.asWorker(Query<Ignored>("UPDATE job_limits SET tokens = 4"))
            try await fixture.enqueue(0..<20)
            let worker = try await fixture.worker()
            let first = try await fixture.claim(worker, most: 10).count
            #expect((4...5).contains(first))
            #expect(try await fixture.claim(worker, most: 10).count <= 1)
            _ = try await fixture.companies.database.asWorker(
                Query<Ignored>("UPDATE job_limits SET counted_at = counted_at - interval '10 seconds'"))
            #expect((4...6).contains(try await fixture.claim(worker, most: 10).count), "a token every two seconds")
        }
    }

    @Test func kinds_that_a_worker_does_not_know_are_left() async throws {
        try await JobFixture.with { fixture in
            try await fixture.enqueue(0..<3)
            let worker = try await fixture.worker()
            #expect(try await fixture.claim(worker, kinds: ["another"]).isEmpty)
            #expect(try await fixture.places() == ["ready_jobs": 3])
        }
    }

    @Test func a_late_job_waits_and_a_failed_one_comes_again() async throws {
        try await JobFixture.with { fixture in
            try await fixture.enqueue(0..<1, EnqueueOptions(at: Date(timeIntervalSinceNow: 3_600)))
            try await fixture.enqueue(0..<1, EnqueueOptions(at: Date(timeIntervalSinceNow: -1)))
            #expect(try await fixture.store.promote() == 1)
            let worker = try await fixture.worker()
            let job = try await fixture.claim(worker)
            try await fixture.settle(worker, job, .retry(after: .zero, reason: "a canary reason"))
            #expect(try await fixture.places() == ["waiting_jobs": 2])
            #expect(try await fixture.store.promote() == 1)
            #expect(try await fixture.claim(worker).map(\.attempt) == [2])
            #expect(try await fixture.count("job_events", "event = 'failed' AND detail = 'a canary reason'") == 1)
        }
    }

    @Test func snoozing_and_handing_back_cost_no_attempt() async throws {
        try await JobFixture.with { fixture in
            try await fixture.enqueue(0..<1)
            let worker = try await fixture.worker()
            try await fixture.settle(worker, try await fixture.claim(worker), .snoozed(.zero))
            #expect(try await fixture.store.promote() == 1)
            try await fixture.settle(worker, try await fixture.claim(worker), .released)
            #expect(try await fixture.claim(worker).map(\.attempt) == [1])
        }
    }

    @Test func a_silent_workers_jobs_run_elsewhere_and_it_can_say_nothing_more() async throws {
        try await JobFixture.with { fixture in
            try await fixture.enqueue(0..<4)
            let zombie = try await fixture.worker()
            let lost = try await fixture.claim(zombie)
            try await fixture.expire(zombie)
            #expect(try await fixture.claim(zombie).isEmpty, "a worker whose lease ran out may claim nothing")
            #expect(try await fixture.store.rescue() == 4)
            #expect(try await fixture.store.renew(zombie, lease: .seconds(30), isStopping: false) == nil)
            let other = try await fixture.worker()
            let found = try await fixture.claim(other)
            #expect(Set(found.map(\.id)) == Set(lost.map(\.id)) && found.allSatisfy { $0.attempt == 2 })
            #expect(try await fixture.settle(zombie, lost).isEmpty)
            #expect(try await fixture.count("job_events", "event = 'fenced'") == 4)
            #expect(try await fixture.settle(other, found).count == 4)
            #expect(try await fixture.settle(other, found).isEmpty, "saying it twice changes nothing")
            #expect(try await fixture.places() == ["job_outcomes": 4])
        }
    }

    @Test func a_job_that_takes_its_workers_down_again_and_again_is_dead_and_the_others_live() async throws {
        try await JobFixture.with { fixture in
            try await fixture.enqueue(0..<1)
            for _ in 0..<3 {
                let worker = try await fixture.worker()
                #expect(try await fixture.claim(worker).count == 1)
                try await fixture.expire(worker)
                #expect(try await fixture.store.rescue(crashes: 3) == 1)
            }
            try await fixture.enqueue(1..<3)
            #expect(try await fixture.places() == ["job_outcomes": 1, "ready_jobs": 2])
            #expect(try await fixture.count("job_outcomes", "state = 'dead'") == 1)
        }
    }

    @Test func a_job_starts_when_those_it_needs_have_ended_or_its_deadline_came() async throws {
        try await JobFixture.with { fixture in
            let needed = try await fixture.enqueue(0..<2)
            try await fixture.enqueue(5..<6, EnqueueOptions(after: needed))
            try await fixture.enqueue(6..<7, EnqueueOptions(after: needed, deadline: Date(timeIntervalSinceNow: -1)))
            let worker = try await fixture.worker()
            let jobs = try await fixture.claim(worker)
            #expect(jobs.count == 2)
            try await fixture.settle(worker, [jobs[0]])
            #expect(try await fixture.claim(worker).isEmpty)
            #expect(try await fixture.store.promote() == 1, "the deadline of one has come")
            try await fixture.settle(worker, [jobs[1]], .dead(reason: "for ever"))
            #expect(try await fixture.claim(worker).count == 2)
            #expect(try await fixture.count("job_dependencies") == 0)
        }
    }

    @Test func needs_that_ended_before_are_no_reason_to_wait() async throws {
        try await JobFixture.with { fixture in
            let needed = try await fixture.enqueue(0..<1)
            let worker = try await fixture.worker()
            try await fixture.settle(worker, try await fixture.claim(worker))
            try await fixture.enqueue(5..<6, EnqueueOptions(after: needed + [JobID()]))
            _ = try await fixture.store.rescue()
            #expect(try await fixture.claim(worker).count == 1)
        }
    }

    @Test func people_cancel_replay_and_discard() async throws {
        try await JobFixture.with { fixture in
            let database = fixture.companies.database
            let ids = try await fixture.enqueue(0..<4)
            let worker = try await fixture.worker()
            let running = try await fixture.claim(worker, most: 1)
            let changed = try await database.transaction(in: fixture.harbor.id) {
                try await $0.perform(.cancel, on: ids)
            }
            #expect(changed == 4)
            #expect(try await fixture.places() == ["job_outcomes": 3, "job_leases": 1])
            let held = try await fixture.store.leases(of: worker)
            #expect(held == running.map { HeldLease($0.lease, isCancelRequested: true) })
            // Whatever it says now, only having been done counts for more than the wish.
            try await fixture.settle(worker, running, .retry(after: .zero, reason: "x"))
            #expect(try await fixture.count("job_outcomes", "state = 'cancelled'") == 4)
            let again = try await database.transaction(in: fixture.harbor.id) { try await $0.perform(.replay, on: ids) }
            #expect(again == 4)
            let jobs = try await fixture.claim(worker)
            #expect(jobs.count == 4 && jobs.allSatisfy { $0.attempt == 1 })
            try await fixture.settle(worker, jobs, .dead(reason: "x"))
            let gone = try await database.transaction(in: fixture.harbor.id) { try await $0.perform(.discard, on: ids) }
            #expect(gone == 4)
        }
    }

    @Test func what_is_paused_is_not_claimed() async throws {
        try await JobFixture.with { fixture in
            try await fixture.enqueue(0..<2)
            try await fixture.enqueue(0..<3, in: fixture.kestrel)
            let worker = try await fixture.worker()
            func pause(_ company: CompanyID, _ scope: String) async throws {
                _ = try await fixture.companies.database.asWorker(
                    Query<Ignored>("INSERT INTO job_pauses (company_id, scope) VALUES (\(company), \(scope))"))
            }
            try await pause(fixture.harbor.id, "kind:probe")
            // Wherever the circle begins: the paused company must not take the only place and leave it empty.
            for after in [nil, fixture.kestrel.id] {
                #expect(try await fixture.claim(worker, most: 1, after: after).map(\.company) == [fixture.kestrel.id])
            }
            try await pause(.house, "queue:standard")
            #expect(try await fixture.claim(worker).isEmpty)
            _ = try await fixture.companies.database.asWorker(Query<Ignored>("DELETE FROM job_pauses"))
            #expect(try await fixture.claim(worker).count == 3)
        }
    }

    @Test func old_jobs_are_forgotten_by_the_state_they_ended_in() async throws {
        try await JobFixture.with { fixture in
            try await fixture.enqueue(0..<6)
            let worker = try await fixture.worker()
            let jobs = try await fixture.claim(worker)
            try await fixture.settle(worker, Array(jobs[0..<3]))
            try await fixture.settle(worker, Array(jobs[3..<5]), .dead(reason: "x"))
            _ = try await fixture.companies.database.asWorker(
                Query<Ignored>("UPDATE job_outcomes SET finished_at = finished_at - interval '3 days'"))
            try await fixture.store.forget(JobRetention(batch: 2))
            #expect(try await fixture.places() == ["job_outcomes": 2, "job_leases": 1])
        }
    }

    @Test func emptied_partitions_are_truncated_and_used_ones_are_not() async throws {
        try await JobFixture.with { fixture in
            try await fixture.enqueue(0..<50)
            // As if it had been written half a turn ago.
            _ = try await fixture.companies.database.asWorker(
                Query<Ignored>("UPDATE ready_jobs SET slot = (slot + 4) % 8"))
            let owner = try await fixture.companies.test.owner()
            func size() async throws -> Int {
                let sql: SQL =
                    "SELECT sum(pg_relation_size(('ready_jobs_' || n)::regclass))::bigint FROM generate_series(0, 7) n"
                return try await owner.fetch(Query<Single<Int>>(sql)).first?.value ?? -1
            }
            try await fixture.store.rotate()
            #expect(try await fixture.count("ready_jobs") == 50)
            let worker = try await fixture.worker()
            try await fixture.settle(worker, try await fixture.claim(worker, most: 50))
            let before = try await size()
            // Not while somebody holds it.
            try await owner.execute("BEGIN")
            try await owner.execute("LOCK TABLE ready_jobs IN ACCESS SHARE MODE")
            try await fixture.store.rotate()
            #expect(try await size() == before)
            try await owner.execute("COMMIT")
            try await fixture.store.rotate()
            #expect(try await size() < before)
        }
    }

    @Test func new_jobs_go_into_an_empty_partition_when_one_has_grown() async throws {
        try await JobFixture.with { fixture in
            func slots() async throws -> [Int] {
                try await fixture.companies.database.asWorker(
                    Query<Single<Int>>("SELECT DISTINCT slot::bigint FROM ready_jobs ORDER BY 1")
                ).map(\.value)
            }
            try await fixture.enqueue(0..<10)
            try await fixture.store.rotate()
            try await fixture.enqueue(0..<12_000)
            #expect(try await slots() == [0])
            try await fixture.store.rotate()
            try await fixture.enqueue(0..<1)
            #expect(try await slots() == [0, 1])
            try await fixture.store.rotate()
            try await fixture.enqueue(0..<1)
            #expect(try await slots() == [0, 1], "one that has not grown stays")
        }
    }

    @Test func ends_are_counted_in_pieces_that_are_summed_up() async throws {
        try await JobFixture.with { fixture in
            try await fixture.enqueue(0..<6)
            let worker = try await fixture.worker()
            for _ in 0..<3 {
                try await fixture.settle(worker, try await fixture.claim(worker, most: 2))
                try await fixture.store.sumTallies(ofSeconds: 120)
            }
            // Two rows when a minute ended meanwhile.
            #expect(try await fixture.count("job_tallies") <= 2)
            let tallies = try await fixture.companies.database.read(
                in: fixture.harbor.id, Query<Single<Int>>("SELECT sum(jobs)::bigint FROM job_tallies"))
            #expect(tallies.first?.value == 6)
        }
    }

    @Test func what_a_worker_leaves_behind_is_freed() async throws {
        try await JobFixture.with { fixture in
            try await fixture.enqueue(0..<3)
            let worker = try await fixture.worker()
            #expect(try await fixture.claim(worker, most: 2).count == 2)
            try await fixture.store.leave(worker)
            #expect(try await fixture.claim(worker).isEmpty, "it may take no more")
            #expect(try await fixture.store.rescue() == 2)
            #expect(try await fixture.places() == ["ready_jobs": 3])
        }
    }

    @Test func needs_that_end_at_the_same_moment_let_a_job_go_on() async throws {
        try await JobFixture.with { fixture in
            let needs = try await fixture.enqueue(0..<2)
            try await fixture.enqueue(2..<3, EnqueueOptions(after: needs))
            let worker = try await fixture.worker()
            let jobs = try await fixture.claim(worker)
            try await fixture.companies.database.transaction(in: fixture.harbor.id) { transaction in
                // Neither sees that the other's need has ended.
                try await transaction.endJob(jobs[0], worker: worker)
                try await fixture.settle(worker, [jobs[1]])
            }
            _ = try await fixture.store.rescue()
            #expect(try await fixture.places() == ["job_outcomes": 2, "ready_jobs": 1])
        }
    }
}
