import Companies
import Foundation
import Logging
import Postgres
import Synchronization
import TestSupport
import Testing

@testable import Jobs

/// Whole workers over the real database.
@Suite struct JobWorkerTests {
    /// A place where handlers wait until the test lets them go on.
    private final class Doors: Sendable {
        private let state = Mutex<(open: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))

        func pass() async {
            await withCheckedContinuation { continuation in
                let isOpen = state.withLock { state in
                    if !state.open { state.waiting.append(continuation) }
                    return state.open
                }
                if isOpen { continuation.resume() }
            }
        }

        func open() {
            let waiting = state.withLock { state in
                state.open = true
                defer { state.waiting = [] }
                return state.waiting
            }
            waiting.forEach { $0.resume() }
        }

        var count: Int { state.withLock { $0.waiting.count } }
    }

    @Test func every_job_is_done_and_its_effect_happens_once() async throws {
        try await JobFixture.with { fixture in
            var registry = JobRegistry()
            registry.register(Probe.self) { probe, context in
                if probe.number % 10 == 3, context.job.attempt == 1 {
                    throw JobControl.retry(after: .zero, reason: "x")
                }
                try await context.complete { transaction in
                    _ = try await context.once("effect \(probe.number)", in: transaction) {}
                }
            }
            try await fixture.enqueue(0..<100)
            try await fixture.enqueue(0..<100, in: fixture.kestrel)
            try await fixture.working(registry) {
                try await fixture.until("all done") {
                    _ = try await fixture.store.promote()
                    let mine = try await fixture.count("job_outcomes", "state = 'completed'")
                    let theirs = try await fixture.count("job_outcomes", "state = 'completed'", in: fixture.kestrel)
                    return mine == 100 && theirs == 100
                }
            }
            #expect(try await fixture.count("job_effects") == 100)
            #expect(try await fixture.count("job_outcomes", "attempts = 2") == 10)
            #expect(try await fixture.places() == ["job_outcomes": 100])
        }
    }

    @Test func new_work_is_heard_of_at_once() async throws {
        try await JobFixture.with { fixture in
            var registry = JobRegistry()
            registry.register(Probe.self) { _, _ in }
            // Asking by itself once an hour, the worker lives on notifications alone.
            try await fixture.working(registry, settings: WorkerSettings(poll: .seconds(3_600))) {
                for number in 0..<20 {
                    try await fixture.enqueue(number..<number + 1)
                    try await fixture.until("done") {
                        try await fixture.count("job_outcomes") == number + 1
                    }
                }
            }
        }
    }

    @Test func a_stopping_worker_hands_back_what_does_not_end() async throws {
        try await JobFixture.with { fixture in
            var registry = JobRegistry()
            let doors = Doors()
            registry.register(Probe.self) { probe, _ in
                if probe.number == 0 { try await Task.sleep(for: .seconds(600)) } else { await doors.pass() }
            }
            try await fixture.enqueue(0..<2)
            let worker = fixture.jobWorker(registry, grace: .milliseconds(200))
            let running = Task { try await worker.run() }
            // Not their leases: an answer that comes after the word to stop is handed back without having begun.
            try await fixture.until("both begun") { await worker.runningCount == 2 }
            await worker.stop()
            doors.open()
            try await running.value
            #expect(try await fixture.places() == ["job_outcomes": 1, "ready_jobs": 1])
            #expect(try await fixture.count("ready_jobs", "attempts = 0") == 1)
        }
    }

    @Test func cancelling_reaches_a_running_job_and_nothing_is_committed_afterwards() async throws {
        try await JobFixture.with { fixture in
            var registry = JobRegistry()
            let doors = Doors()
            registry.register(Probe.self) { _, context in
                await doors.pass()
                try await context.complete { transaction in
                    _ = try await context.once("must not be", in: transaction) {}
                }
            }
            let ids = try await fixture.enqueue(0..<1)
            try await fixture.working(registry) {
                try await fixture.until("begun") { doors.count == 1 }
                try await fixture.companies.database.transaction(in: fixture.harbor.id) { transaction in
                    _ = try await transaction.perform(.cancel, on: ids)
                }
                doors.open()
                try await fixture.until("cancelled") {
                    try await fixture.count("job_outcomes", "state = 'cancelled'") == 1
                }
            }
            #expect(try await fixture.count("job_effects") == 0)
        }
    }

    @Test func a_job_that_takes_too_long_or_fails_too_often_is_dead_with_its_reason() async throws {
        try await JobFixture.with { fixture in
            struct Broken: Error {}
            var registry = JobRegistry()
            registry.register(Probe.self, settings: JobSettings(timeLimit: .milliseconds(50))) { probe, context in
                switch probe.number {
                case 0: try await Task.sleep(for: .seconds(600))
                case 1: throw JobControl.giveUp(reason: "no such shelf")
                default: throw Broken()
                }
            }
            try await fixture.companies.database.transaction(in: fixture.harbor.id) { transaction in
                try await transaction.enqueue(all: (0..<3).map { NewJob(Probe(number: $0)) })
                try await transaction.execute("UPDATE jobs SET most_attempts = 2")
            }
            try await fixture.working(registry) {
                try await fixture.until("all dead") {
                    // Their waits pass.
                    try await fixture.companies.database.transaction(in: fixture.harbor.id) { transaction in
                        _ = try await transaction.execute("UPDATE waiting_jobs SET due_at = now()")
                    }
                    _ = try await fixture.store.promote()
                    return try await fixture.count("job_outcomes", "state = 'dead'") == 3
                }
            }
            #expect(try await fixture.count("job_events", "detail = 'no such shelf' AND event = 'dead'") == 1)
            #expect(try await fixture.count("job_events", "detail = 'it took longer than it may'") == 2)
        }
    }

    @Test func a_worker_given_up_stops_its_jobs_writes_nothing_and_begins_anew() async throws {
        try await JobFixture.with { fixture in
            var registry = JobRegistry()
            let doors = Doors()
            registry.register(Probe.self) { _, context in
                if context.job.attempt == 1 { await doors.pass() }
                try await context.complete { transaction in
                    _ = try await context.once("attempt \(context.job.attempt)", in: transaction) {}
                }
            }
            try await fixture.enqueue(0..<3)
            let settings = WorkerSettings(lease: .seconds(60), renewal: .milliseconds(50))
            try await fixture.working(registry, settings: settings) {
                try await fixture.until("begun") { doors.count == 3 }
                _ = try await fixture.companies.database.asWorker(
                    Query<Ignored>("UPDATE job_workers SET lease_until = clock_timestamp() - interval '1 second'"))
                #expect(try await fixture.store.rescue() == 3)
                doors.open()
                try await fixture.until("done by its next life") { try await fixture.count("job_outcomes") == 3 }
            }
            #expect(try await fixture.count("job_effects", "effect_key = 'attempt 2'") == 1)
            #expect(try await fixture.count("job_effects", "effect_key = 'attempt 1'") == 0)
        }
    }

    /// Arguments that name another company's things change nothing there: the scope is the job's company (T-ISO-7).
    @Test func a_job_reaches_nothing_of_another_company() async throws {
        try await JobFixture.with { fixture in
            let theirs = try await fixture.enqueue(7..<8, in: fixture.kestrel, EnqueueOptions(at: .distantFuture))
            var registry = JobRegistry()
            let changed = Mutex<[Int]>([])
            registry.register(Probe.self) { probe, context in
                let id = JobID(rawValue: UUID(uuidString: probe.note ?? "") ?? UUID())
                try await context.complete { transaction in
                    let count = try await transaction.perform(.cancel, on: [id])
                    let rows = try await transaction.execute("DELETE FROM jobs WHERE job_id = \(id.rawValue)")
                    changed.withLock { $0 += [count, rows] }
                }
            }
            try await fixture.companies.database.transaction(in: fixture.harbor.id) { transaction in
                _ = try await transaction.enqueue(Probe(number: 1, note: theirs[0].description))
            }
            try await fixture.working(registry) {
                try await fixture.until("done") { try await fixture.count("job_outcomes") == 1 }
            }
            #expect(changed.withLock { $0 } == [0, 0])
            #expect(try await fixture.places(in: fixture.kestrel) == ["waiting_jobs": 1])
            await #expect(throws: DatabaseError.self) {
                try await fixture.companies.database.transaction(in: fixture.harbor.id) { transaction in
                    _ = try await transaction.execute(
                        """
                        INSERT INTO ready_jobs (company_id, job_id, queue, kind, turn_at)
                        VALUES (\(fixture.kestrel.id), \(UUID()), 'standard', 'probe', now())
                        """)
                }
            }
        }
    }
}
