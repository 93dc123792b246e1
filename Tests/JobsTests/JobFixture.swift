import Companies
import CoreMetrics
import Foundation
import Logging
import Postgres
import Synchronization
import TestSupport
import Testing

@testable import Jobs

/// A job of the tests.
struct Probe: JobArguments, Hashable {
    static let kind = "probe"
    var number: Int
    var note: String? = nil
}

/// Another kind, with limits.
struct Limited: JobArguments {
    static let kind = "limited"
    static let settings = JobSettings(mostRunning: 3)
    var number: Int
}

/// Two companies with a queue.
struct JobFixture {
    let companies: TwoCompanies
    let store: JobStore

    static func with<Result: Sendable>(_ body: (JobFixture) async throws -> Result) async throws -> Result {
        try await TwoCompanies.with(connections: 8) { companies in
            try await body(JobFixture(companies: companies, store: JobStore(database: companies.database)))
        }
    }

    var harbor: Company { companies.harbor }
    var kestrel: Company { companies.kestrel }

    @discardableResult
    func enqueue(
        _ numbers: Range<Int>, in company: Company? = nil, _ options: EnqueueOptions = EnqueueOptions()
    ) async throws -> [JobID] {
        let jobs = numbers.map { NewJob(Probe(number: $0), options) }
        return try await companies.database.transaction(in: (company ?? harbor).id) { try await $0.enqueue(all: jobs) }
    }

    /// A worker as the database knows it, without anybody behind it.
    func worker(lease: Duration = .seconds(3_600)) async throws -> UUID {
        let id = UUID()
        try await store.register(id, name: "test", settings: WorkerSettings(slots: 100, lease: lease))
        return id
    }

    func claim(
        _ worker: UUID, most: Int = 10, kinds: [String] = ["probe", "limited"], mostEach: Int = 100,
        after: CompanyID? = nil, busy: [CompanyID: Int] = [:]
    ) async throws -> [ClaimedJob] {
        try await store.claim(
            worker, queue: .standard, kinds: kinds, most: most, after: after, mostEach: mostEach, busy: busy)
    }

    @discardableResult
    func settle(_ worker: UUID, _ jobs: [ClaimedJob], _ verdict: JobVerdict = .completed) async throws -> Set<JobID> {
        try await store.settle(
            worker, jobs.map { Settlement(job: $0, verdict: verdict, spent: .milliseconds(3)) })
    }

    /// Makes the database forget a worker as if its lease had run out.
    func expire(_ worker: UUID) async throws {
        _ = try await companies.database.asWorker(
            Query<Ignored>(
                "UPDATE job_workers SET lease_until = clock_timestamp() - interval '1 second' WHERE worker_id = \(worker)"
            ))
    }

    func count(_ table: String, _ condition: String = "true", in company: Company? = nil) async throws -> Int {
        let rows = try await companies.database.read(
            in: (company ?? harbor).id,
            Query<Single<Int>>(SQL(unsafe: "SELECT count(*) FROM \(table) WHERE \(condition)")))
        return rows.first?.value ?? -1
    }

    /// Where every job of a company stands: each must be in exactly one place.
    func places(in company: Company? = nil) async throws -> [String: Int] {
        var places: [String: Int] = [:]
        for table in ["ready_jobs", "waiting_jobs", "job_leases", "job_outcomes"] {
            places[table] = try await count(table, in: company)
        }
        #expect(try await count("jobs", in: company) == places.values.reduce(0, +), "a job is in no place or in two")
        return places.filter { $0.value > 0 }
    }

    /// Asks again until something is so; ten minutes at most, for a machine that runs all tests at once.
    func until(_ what: String, _ holds: () async throws -> Bool) async throws {
        let deadline = ContinuousClock.now + .seconds(600)
        while try await !holds() {
            guard ContinuousClock.now < deadline else {
                Issue.record("not in ten minutes: \(what)")
                return
            }
            await Task.yield()
        }
    }

    func jobWorker(
        _ registry: JobRegistry, settings: WorkerSettings = WorkerSettings(lease: .seconds(3_600)),
        grace: Duration = .seconds(5),
        metrics: any MetricsFactory = NOOPMetricsHandler.instance
    ) -> JobWorker {
        JobWorker(
            name: "test", settings: settings, registry: registry, database: companies.database, grace: grace,
            random: { 0.5 }, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            metrics: metrics)
    }

    /// Runs a worker while `body` does, then stops it and waits for it.
    func working<Result: Sendable>(
        _ registry: JobRegistry, settings: WorkerSettings = WorkerSettings(lease: .seconds(3_600)),
        metrics: any MetricsFactory = NOOPMetricsHandler.instance, _ body: () async throws -> Result
    ) async throws -> Result {
        let worker = jobWorker(registry, settings: settings, metrics: metrics)
        let running = Task { try await worker.run() }
        do {
            let result = try await body()
            await worker.stop()
            try await running.value
            return result
        } catch {
            running.cancel()
            _ = await running.result
            throw error
        }
    }
}
