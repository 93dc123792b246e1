import Companies
import Jobs
import Postgres

/// The product's own queue with its own workers.
struct ProductQueue: MeasuredQueue {
    let done = Counter()
    let database: CompanyDatabase
    /// Another pool than the workers', as other processes would have.
    let producing: CompanyDatabase
    let companies: [CompanyID]
    let settings: WorkerSettings
    let workers: Int
    let acknowledgement: Acknowledgement

    func add(_ count: Int, to company: Int) async throws {
        let jobs = (0..<count).map { NewJob(NoOp(number: $0)) }
        try await producing.transaction(in: companies[company]) { _ = try await $0.enqueue(all: jobs) }
    }

    func working<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        var registry = JobRegistry()
        let (done, acknowledgement) = (done, acknowledgement)
        registry.register(NoOp.self) { _, context in
            if acknowledgement == .single { try await context.complete { _ in } }
            done.add(1)
        }
        let crew = (0..<workers).map { number in
            JobWorker(
                name: "bench-\(number)", settings: settings, registry: registry, database: database,
                logger: Addresses.logger)
        }
        let housekeeper = JobHousekeeper(database: database, logger: Addresses.logger)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in crew { group.addTask { try await worker.run() } }
            let keeping = Task { await housekeeper.run() }
            defer { keeping.cancel() }
            do {
                let result = try await body()
                for worker in crew { await worker.stop() }
                try await group.waitForAll()
                return result
            } catch {
                group.cancelAll()
                throw error
            }
        }
    }

    func finished() async throws -> Int {
        try await database.asWorker(
            Query<Single<Int>>("SELECT count(*) FROM job_outcomes WHERE state = 'completed'")
        ).first?.value ?? 0
    }
}
