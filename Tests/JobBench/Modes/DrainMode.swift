import ArgumentParser

/// Jobs enqueued beforehand, then worked off: from starting the workers to the last acknowledged end.
struct DrainMode: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "drain")

    struct Findings: Codable {
        let jobs: Int
        let seconds: Double
        let rate: Double
        let enqueueRate: Double
    }

    @OptionGroup var options: QueueOptions
    @Option var jobs = 50_000

    func run() async throws {
        let findings = try await options.open { queue in
            let before = try await queue.finished()
            let filling = ContinuousClock.now
            try await queue.fill(jobs, companies: options.companies)
            let enqueueing = (.now - filling) / .seconds(1)
            let begun = ContinuousClock.now
            try await queue.working { try await queue.done.reach(jobs) }
            let seconds = (.now - begun) / .seconds(1)
            let finished = try await queue.finished() - before
            guard finished == jobs, queue.done.value == jobs else {
                throw BenchProblem("\(queue.done.value) of \(jobs) jobs were run and \(finished) ended")
            }
            return Findings(
                jobs: jobs, seconds: seconds, rate: Double(jobs) / seconds, enqueueRate: Double(jobs) / enqueueing)
        }
        try Figures.print(findings)
    }
}
