import ArgumentParser
import Companies
import Foundation
import Jobs

/// From sending the COMMIT that makes a job to the start of its handler, in a worker as it is by default.
struct PickUpMode: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "pick-up")

    @Option(help: "Jobs per second, at random moments.") var rate = 100.0
    @Option var seconds = 30
    @Option var companies = 4

    func run() async throws {
        let addresses = try Addresses()
        let waits = try await addresses.open(connections: 8) { database in
            try await addresses.open(connections: 8) { producing in
                try await measure(database, producing, try await database.benchCompanies(companies))
            }
        }
        try Figures.print(Figures(waits))
    }

    private func measure(
        _ database: CompanyDatabase, _ producing: CompanyDatabase, _ companies: [CompanyID]
    ) async throws -> [Duration] {
        let pickUps = PickUps()
        var registry = JobRegistry()
        registry.register(NoOp.self) { job, _ in pickUps.began(job.number) }
        let worker = JobWorker(
            name: "bench", settings: WorkerSettings(), registry: registry, database: database,
            logger: Addresses.logger)
        let housekeeper = JobHousekeeper(database: database, logger: Addresses.logger)
        let jobs = Int(rate * Double(seconds))
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await worker.run() }
            let keeping = Task { await housekeeper.run() }
            defer { keeping.cancel() }
            // The first second belongs to connecting and planning.
            try await Task.sleep(for: .seconds(1))
            var due = ContinuousClock.now
            for number in 0..<(jobs + Int(rate)) {
                due += .seconds(-log(Double.random(in: Double.leastNonzeroMagnitude..<1)) / rate)
                try await Task.sleep(until: due)
                group.addTask {
                    try await producing.transaction(in: companies[number % companies.count]) { transaction in
                        _ = try await transaction.enqueue(NoOp(number: number))
                        pickUps.sent(number)
                    }
                }
            }
            try await Task.sleep(for: .seconds(1))
            await worker.stop()
            try await group.waitForAll()
            let found = pickUps.waits
            guard found.count == jobs + Int(rate) else { throw BenchProblem("\(found.count) of \(jobs) jobs began") }
            return Array(found.dropFirst(Int(rate)))
        }
    }
}
