import Companies
import Foundation
import Logging
import Postgres
import Synchronization
import TestSupport
import Testing

@testable import Jobs

/// What the simulator found, in the real database.
@Suite struct JobFencingTests {
    private func context(_ fixture: JobFixture, _ worker: UUID, _ job: ClaimedJob) -> JobContext {
        JobContext(
            job: job, database: fixture.companies.database,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, worker: worker)
    }

    /// After a snooze the same worker may have the job as the same attempt again; what it said of the one before, said twice
    /// because the answer was lost, must not end this one.
    @Test(arguments: [JobVerdict.snoozed(.zero), .released, .dead(reason: "x")])
    func a_word_said_twice_does_not_end_the_next_attempt(_ verdict: JobVerdict) async throws {
        try await JobFixture.with { fixture in
            let ids = try await fixture.enqueue(0..<1)
            let worker = try await fixture.worker()
            let first = try await fixture.claim(worker)
            #expect(try await fixture.settle(worker, first, verdict).count == 1)
            _ = try await fixture.store.promote()
            try await fixture.companies.database.transaction(in: fixture.harbor.id) { transaction in
                _ = try await transaction.perform(.replay, on: ids)
            }
            let second = try await fixture.claim(worker)
            #expect(second.map(\.attempt) == [1])
            #expect(try await fixture.settle(worker, first, verdict) == [])
            #expect(try await fixture.places() == ["job_leases": 1])
            await #expect(throws: JobFenced.self) { try await context(fixture, worker, first[0]).complete { _ in } }
            try await context(fixture, worker, second[0]).complete { _ in }
            #expect(try await fixture.places() == ["job_outcomes": 1])
        }
    }

    /// An effect outside of the end is the holder's, too.
    @Test func who_lost_the_job_or_was_asked_to_stop_has_no_effect() async throws {
        try await JobFixture.with { fixture in
            let database = fixture.companies.database
            let ids = try await fixture.enqueue(0..<2)
            let zombie = try await fixture.worker()
            let jobs = try await fixture.claim(zombie)
            let (lost, asked) = (context(fixture, zombie, jobs[0]), context(fixture, zombie, jobs[1]))
            func once(_ context: JobContext, _ key: String) async throws -> Bool {
                try await database.transaction(in: context.company) { try await context.once(key, in: $0) {} != nil }
            }
            #expect(try await once(asked, "first"))
            #expect(try await !once(asked, "first"))
            try await database.transaction(in: fixture.harbor.id) { transaction in
                _ = try await transaction.perform(.cancel, on: ids.filter { $0 == jobs[1].id })
            }
            await #expect(throws: JobFenced.self) { try await once(asked, "second") }
            try await fixture.expire(zombie)
            #expect(try await fixture.store.rescue() == 2)
            await #expect(throws: JobFenced.self) { try await once(lost, "third") }
            let worker = try await fixture.worker()
            let again = context(fixture, worker, try await fixture.claim(worker)[0])
            #expect(try await again.complete { try await again.once("third", in: $0) { true } } == true)
            await #expect(throws: JobFenced.self) { try await once(lost, "fourth") }
            #expect(try await fixture.count("job_effects") == 2)
        }
    }

    /// A process that stands still in the middle of its transaction keeps its own job and nobody else's.
    @Test func an_open_transaction_does_not_keep_others_from_being_rescued() async throws {
        try await JobFixture.with { fixture in
            try await fixture.enqueue(0..<3)
            let silent = try await fixture.worker()
            let jobs = try await fixture.claim(silent)
            try await context(fixture, silent, jobs[0]).complete { _ in
                try await fixture.expire(silent)
                #expect(try await fixture.store.rescue() == 2)
            }
            #expect(try await fixture.places() == ["ready_jobs": 2, "job_outcomes": 1])
        }
    }

    @Test func a_worker_may_register_again_when_it_was_not_told_whether_it_is_known() async throws {
        try await JobFixture.with { fixture in
            let id = UUID()
            for _ in 0..<2 { try await fixture.store.register(id, name: "test", settings: WorkerSettings()) }
            #expect(try await fixture.store.renew(id, lease: .seconds(30), isStopping: false) == [])
        }
    }

    /// Its share holds for all kinds together, those with a limit and the others.
    @Test func a_company_gets_its_share_once() async throws {
        try await JobFixture.with { fixture in
            try await fixture.store.declare(["limited": Limited.settings, "probe": Probe.settings])
            try await fixture.companies.database.transaction(in: fixture.harbor.id) { transaction in
                _ = try await transaction.enqueue(all: (0..<5).map { NewJob(Limited(number: $0)) })
                _ = try await transaction.enqueue(all: (0..<5).map { NewJob(Probe(number: $0)) })
            }
            let worker = try await fixture.worker()
            let jobs = try await fixture.claim(worker, most: 8, mostEach: 4)
            #expect(jobs.count { $0.kind == "limited" } == 3)
            #expect(jobs.count == 4)
        }
    }

    /// A clock that is put back an hour does not stop a kind with a rate for an hour.
    @Test func a_rate_goes_on_after_the_clock_was_put_back() async throws {
        try await JobFixture.with { fixture in
            try await fixture.store.declare(["probe": JobSettings(perMinute: 30)])
            try await fixture.enqueue(0..<50)
            _ = try await fixture.companies.database.asWorker(
                Query<Ignored>(
                    "UPDATE job_limits SET tokens = 0, counted_at = clock_timestamp() + interval '1 hour'"))
            let worker = try await fixture.worker()
            #expect(try await fixture.claim(worker, most: 100).count == 30)
            #expect(try await fixture.claim(worker, most: 100).isEmpty)
        }
    }

    /// Work that was done well, also with its effects, blows no fuse later.
    @Test func an_end_with_effects_forgets_crashes() async throws {
        try await JobFixture.with { fixture in
            try await fixture.enqueue(0..<1)
            let first = try await fixture.worker()
            _ = try await fixture.claim(first)
            try await fixture.expire(first)
            #expect(try await fixture.store.rescue() == 1)
            #expect(try await fixture.count("job_fuses") == 1)
            let second = try await fixture.worker()
            let job = try await fixture.claim(second)[0]
            try await context(fixture, second, job).complete { _ in }
            #expect(try await fixture.count("job_fuses") == 0)
        }
    }

    /// What a claim took whose answer never came runs all the same, though its worker lives on.
    @Test func a_worker_hands_back_what_it_does_not_know_of() async throws {
        try await JobFixture.with { fixture in
            var registry = JobRegistry()
            registry.register(Probe.self) { probe, _ in
                if probe.number == 0 { try await Task.sleep(for: .seconds(600)) }
            }
            try await fixture.enqueue(0..<1)
            let worker = fixture.jobWorker(registry, grace: .zero)
            let running = Task { try await worker.run() }
            try await fixture.until("the long one begun") { await worker.runningCount == 1 }
            // As if the worker had claimed it and not been told.
            let ids = try await fixture.enqueue(1..<2, EnqueueOptions(at: .distantFuture))
            let id = await worker.id
            try await fixture.companies.database.transaction(in: fixture.harbor.id) { transaction in
                try await transaction.execute("DELETE FROM waiting_jobs WHERE job_id = \(ids[0].rawValue)")
                try await transaction.execute(
                    """
                    INSERT INTO job_leases (company_id, job_id, attempt, worker_id, queue, kind, crashes, ready_at)
                    VALUES (\(fixture.harbor.id), \(ids[0].rawValue), 1, \(id), 'standard', 'probe', 0, now())
                    """)
            }
            try await fixture.until("done") { try await fixture.count("job_outcomes", "attempts = 1") == 1 }
            await worker.stop()
            try await running.value
        }
    }

    /// The tick that comes between two lives of a worker must not end the second one.
    @Test func a_worker_given_up_while_the_database_is_slow_comes_back() async throws {
        try await JobFixture.with { fixture in
            var registry = JobRegistry()
            registry.register(Probe.self) { _, _ in }
            let database = fixture.companies.database
            let settings = WorkerSettings(lease: .seconds(60), renewal: .milliseconds(50))
            try await fixture.working(registry, settings: settings) {
                try await fixture.enqueue(0..<1)
                try await fixture.until("it works") { try await fixture.count("job_outcomes") == 1 }
                // Declaring its kinds, and so its next life, waits for longer than a tick.
                async let slowness = database.asWorker(
                    Query<Ignored>(
                        "DO $$ BEGIN LOCK TABLE job_limits IN EXCLUSIVE MODE; PERFORM pg_sleep(0.9); END $$"))
                try await Task.sleep(for: .milliseconds(100))
                _ = try await database.asWorker(Query<Ignored>("DELETE FROM job_workers"))
                _ = try await slowness
                try await fixture.enqueue(1..<2)
                try await fixture.until("done by its next life") { try await fixture.count("job_outcomes") == 2 }
            }
        }
    }
}
