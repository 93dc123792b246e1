import ArgumentParser
import Companies
import Foundation
import Jobs
import Telemetry

/// What a process with a worker and a housekeeper costs while there is nothing to do.
struct IdleMode: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "idle")

    struct Findings: Codable {
        let seconds: Double
        let processorShare: Double
        let statementsPerSecond: Double
    }

    @Option var seconds = 30

    func run() async throws {
        let addresses = try Addresses()
        let metrics = MetricsRegistry()
        let database = CompanyDatabase(
            addresses.serving, connections: 8, statementTimeout: .seconds(60), applicationName: "tidemark-bench",
            logger: Addresses.logger, metrics: metrics)
        let findings = try await database.whileOpen {
            var registry = JobRegistry()
            registry.register(NoOp.self) { _, _ in }
            let worker = JobWorker(
                name: "bench", settings: WorkerSettings(), registry: registry, database: database,
                logger: Addresses.logger)
            let housekeeper = JobHousekeeper(database: database, logger: Addresses.logger)
            let running = Task { try await worker.run() }
            let keeping = Task { await housekeeper.run() }
            try await Task.sleep(for: .seconds(3))
            let (processor, statements) = (Self.processorSeconds(), Self.statements(metrics))
            let begun = ContinuousClock.now
            try await Task.sleep(for: .seconds(seconds))
            let passed = (.now - begun) / .seconds(1)
            let findings = Findings(
                seconds: passed, processorShare: (Self.processorSeconds() - processor) / passed,
                statementsPerSecond: (Self.statements(metrics) - statements) / passed)
            keeping.cancel()
            await worker.stop()
            try await running.value
            return findings
        }
        try Figures.print(findings)
    }

    private static func processorSeconds() -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    /// Statements this process has sent.
    private static func statements(_ metrics: MetricsRegistry) -> Double {
        String(decoding: metrics.text(), as: UTF8.self).split(separator: "\n")
            .filter { $0.hasPrefix("tidemark_db_statements_total") }
            .compactMap { $0.split(separator: " ").last.flatMap { Double($0) } }.reduce(0, +)
    }
}
