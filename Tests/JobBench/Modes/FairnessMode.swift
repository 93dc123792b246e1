import ArgumentParser
import Companies
import Jobs
import Synchronization

/// How soon a company's one job begins while another has a hundred thousand in front of it.
struct FairnessMode: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "fairness")

    struct Findings: Codable {
        let waits: Figures
        let leftOfTheOther: Int
    }

    @Option var jobs = 100_000
    @Option var trials = 60
    @Option(help: "Milliseconds that each job of the large company takes.") var handler = 20
    @Option var slots = 64

    func run() async throws {
        let addresses = try Addresses()
        let findings = try await addresses.open(connections: 8) { database in
            try await addresses.open(connections: 4) { producing in
                let companies = try await database.benchCompanies(2)
                return try await measure(database, producing, large: companies[0], small: companies[1])
            }
        }
        try Figures.print(findings)
    }

    private func measure(
        _ database: CompanyDatabase, _ producing: CompanyDatabase, large: CompanyID, small: CompanyID
    ) async throws -> Findings {
        let started = Mutex<ContinuousClock.Instant?>(nil)
        let done = Counter()
        var registry = JobRegistry()
        registry.register(NoOp.self) { _, context in
            if context.company == small {
                started.withLock { $0 = .now }
            } else {
                try await Task.sleep(for: .milliseconds(handler))
                done.add(1)
            }
        }
        for _ in 0..<(jobs / 5_000) {
            let batch = (0..<5_000).map { NewJob(NoOp(number: $0)) }
            try await producing.transaction(in: large) { _ = try await $0.enqueue(all: batch) }
        }
        let worker = JobWorker(
            name: "bench", settings: WorkerSettings(slots: slots), registry: registry, database: database,
            logger: Addresses.logger)
        let running = Task { try await worker.run() }
        try await Task.sleep(for: .seconds(1))
        var waits: [Duration] = []
        for number in 0..<trials {
            started.withLock { $0 = nil }
            let asked = ContinuousClock.now
            try await producing.transaction(in: small) { _ = try await $0.enqueue(NoOp(number: number)) }
            while started.withLock({ $0 }) == nil {
                try await Task.sleep(for: .milliseconds(1))
                guard .now - asked < .seconds(20) else { throw BenchProblem("the small company waited for 20 s") }
            }
            waits.append((started.withLock { $0 } ?? .now) - asked)
            try await Task.sleep(for: .milliseconds(Int.random(in: 50...250)))
        }
        let left = jobs - done.value
        await worker.stop()
        try await running.value
        guard left > jobs / 10 else { throw BenchProblem("only \(left) jobs of the large company were left") }
        return Findings(waits: Figures(waits), leftOfTheOther: left)
    }
}
