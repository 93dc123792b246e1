import ArgumentParser
import Companies
import Foundation
import Jobs

/// What one claim takes.
struct ClaimMode: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "claim")

    @Option var companies = 4
    @Option(help: "Jobs of one claim.") var most = 10
    @Option var trials = 300
    @Option(help: "Ready jobs of each company beyond those that are claimed.") var more = 10

    func run() async throws {
        let addresses = try Addresses()
        let times = try await addresses.open(connections: 4) { database in
            let ids = try await database.benchCompanies(companies)
            for id in ids {
                let jobs = (0..<((trials + 20) * most / companies + more)).map { NewJob(NoOp(number: $0)) }
                try await database.transaction(in: id) { _ = try await $0.enqueue(all: jobs) }
            }
            return try await measure(JobStore(database: database))
        }
        try Figures.print(Figures(times))
    }

    private func measure(_ store: JobStore) async throws -> [Duration] {
        let worker = UUID()
        try await store.register(worker, name: "bench", settings: WorkerSettings(slots: most, lease: .seconds(600)))
        var times: [Duration] = []
        var last: CompanyID?
        for _ in 0..<(trials + 20) {
            let begun = ContinuousClock.now
            let jobs = try await store.claim(
                worker, queue: .standard, kinds: [NoOp.kind], most: most, after: last, mostEach: most, busy: [:])
            times.append(.now - begun)
            guard jobs.count == most else { throw BenchProblem("a claim found \(jobs.count) jobs") }
            last = jobs.last?.company
            _ = try await store.settle(
                worker, jobs.map { Settlement(job: $0, verdict: .completed, spent: .milliseconds(1)) })
        }
        try await store.leave(worker)
        return Array(times.dropFirst(20))
    }
}
