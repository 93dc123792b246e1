import Companies
import Foundation
import Postgres
import Synchronization
import Telemetry
import TestSupport
import Testing

@testable import Jobs

/// What can be seen of jobs from outside: traces, figures, progress.
@Suite struct JobObservingTests {
    @Test func a_job_continues_the_trace_of_whoever_wanted_it() async throws {
        try await JobFixture.with { fixture in
            let wanted = TraceContext(TraceIDs())
            let heard = Mutex<[Int: (TraceContext?, [String: String])]>([:])
            var registry = JobRegistry()
            registry.register(Probe.self) { probe, context in
                let scope = WorkScope.current
                heard.withLock { $0[probe.number] = (scope?.trace, scope?.metadata.mapValues { "\($0)" } ?? [:]) }
                if probe.number == 1 {
                    try await context.complete { transaction in
                        _ = try await transaction.enqueue(Probe(number: 2))
                    }
                }
            }
            try await WorkScope.$current.withValue(WorkScope(trace: wanted)) { _ = try await fixture.enqueue(1..<2) }
            try await fixture.enqueue(3..<4)
            try await fixture.working(registry) {
                try await fixture.until("all three ran") { heard.withLock { $0.count == 3 } }
            }
            let seen = heard.withLock { $0 }
            let first = try #require(seen[1]?.0)
            #expect(first.traceID == wanted.traceID && first.spanID != wanted.spanID)
            #expect(seen[2]?.0?.traceID == wanted.traceID, "a job's job is of the same trace")
            #expect(seen[2]?.0?.spanID != first.spanID)
            let alone = try #require(seen[3]?.0)
            #expect(alone.traceID != wanted.traceID)
            #expect(seen[1]?.1["kind"] == "probe")
            #expect(seen[1]?.1["company_id"] == "\(fixture.harbor.id)")
            #expect(seen[1]?.1["job_id"] != nil)
        }
    }

    @Test func figures_tell_how_jobs_end_and_what_waits() async throws {
        try await JobFixture.with { fixture in
            let metrics = MetricsRegistry()
            var registry = JobRegistry()
            registry.register(Probe.self) { probe, _ in
                if probe.number == 2 { throw JobControl.giveUp(reason: "cannot be done") }
            }
            try await fixture.enqueue(0..<3)
            try await fixture.enqueue(0..<2, in: fixture.kestrel)
            try await fixture.working(registry, metrics: metrics) {
                try await fixture.until("all ended") {
                    let mine = try await fixture.count("job_outcomes")
                    let theirs = try await fixture.count("job_outcomes", in: fixture.kestrel)
                    return mine + theirs == 5
                }
            }
            try await fixture.enqueue(5..<9)
            JobFigures(database: fixture.companies.database).observe(in: metrics)
            let shown = try Exposition(await metrics.scrape(collectingFor: .seconds(20)))
            #expect(
                shown.value("tidemark_job_attempts_total", ["kind": "probe", "result": "completed"]) == 4)
            #expect(shown.value("tidemark_job_attempts_total", ["kind": "probe", "result": "dead"]) == 1)
            #expect(shown.value("tidemark_job_wait_seconds_count", ["kind": "probe"]) == 5)
            #expect(shown.value("tidemark_job_run_seconds_count", ["kind": "probe"]) == 5)
            #expect(shown.value("tidemark_jobs_running") == 0)
            #expect(shown.value("tidemark_jobs_ready") == 4)
            #expect(shown.value("tidemark_jobs_dead") == 1)
            #expect(shown.value("tidemark_jobs_leased") == 0)
            #expect(shown.value("tidemark_job_workers") == 0, "the worker has left")
        }
    }

    @Test func what_a_handler_reports_is_written_and_its_key_can_be_given_up() async throws {
        try await JobFixture.with { fixture in
            let another = Mutex<JobID?>(nil)
            let reports = AsyncStream<Void>.makeStream()
            var registry = JobRegistry()
            registry.register(Probe.self) { probe, context in
                guard probe.number == 0 else { return }
                try await context.freeKey()
                let added = try await context.database.transaction(in: context.company) {
                    try await $0.enqueue(Probe(number: 1), EnqueueOptions(uniqueKey: "one"))
                }
                another.withLock { $0 = added }
                try await context.reporting(note: "things") { report in
                    report(3, 7)
                    for await _ in reports.stream { break }
                }
                try await context.complete { _ in }
            }
            try await fixture.enqueue(0..<1, EnqueueOptions(uniqueKey: "one"))
            try await fixture.working(registry) {
                try await fixture.until("the progress is there") {
                    try await fixture.count("job_progress", "done = 3 AND total = 7 AND note = 'things'") == 1
                }
                #expect(try await fixture.count("job_progress", in: fixture.kestrel) == 0)
                reports.continuation.yield()
                try await fixture.until("both ended") {
                    try await fixture.count("job_outcomes", "state = 'completed'") == 2
                }
            }
            #expect(another.withLock { $0 } != nil, "the key was free while the first one ran")
        }
    }
}
