import ArgumentParser
import Foundation
import Glibc
import TestSupport

/// Runs drills one after the other and tells what came of them.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Runs the drills; all of them if none is named.",
        discussion: "Drills: " + DrillCatalogue.all.map(\.name).joined(separator: ", ") + ".")

    @Argument var drills: [String] = []
    @Option var form = Form.full
    /// Of the random numbers; another one each time by default. Which process is where when a signal comes is chance.
    @Option var seed = UInt64.random(in: 1...999_999)
    /// A file for the results, a line of JSON per drill.
    @Option var results: String?

    func validate() throws {
        for name in drills where !DrillCatalogue.all.contains(where: { $0.name == name }) {
            throw ValidationError("There is no drill called \(name).")
        }
    }

    func run() async throws {
        RunawayGuard.watch()
        let begun = ContinuousClock.now
        let cluster = try ChaosCluster()
        try await cluster.prepare()
        let chosen = DrillCatalogue.all.filter { drills.isEmpty ? $0.isIn(form) : drills.contains($0.name) }
        var reports: [DrillReport] = []
        for group in DrillCatalogue.groups(of: chosen, form: form) {
            try await withThrowingTaskGroup(of: DrillReport.self) { tasks in
                for drill in group { tasks.addTask { await perform(drill.drill, cluster) } }
                for try await report in tasks {
                    print(report.table())
                    fflush(nil)
                    try keep(report)
                    reports.append(report)
                }
            }
        }
        try await cluster.stop()
        let failed = reports.filter { !$0.hasPassed }.map(\.drill)
        let seconds = Int((ContinuousClock.now - begun) / .seconds(1))
        print(
            "\(reports.count) drills in \(seconds) s, seed \(seed), \(failed.isEmpty ? "all passed" : "FAILED: \(failed)")"
        )
        if !failed.isEmpty { throw ExitCode.failure }
    }

    private func perform(_ drill: any Drill, _ cluster: ChaosCluster) async -> DrillReport {
        let progress = Progress(drill.name, isTerminal: isatty(2) == 1)
        let begun = ContinuousClock.now
        func report(_ findings: Findings, _ problem: String?) -> DrillReport {
            progress.end()
            return DrillReport(
                drill: drill.name, promise: drill.promise, form: form, seed: seed,
                seconds: (ContinuousClock.now - begun) / .seconds(1), findings: findings.all,
                remarks: findings.remarks, problem: problem)
        }
        do {
            return report(
                try await Arena.with(cluster, form: form, seed: seed, progress: progress) {
                    try await drill.run(in: $0)
                },
                nil)
        } catch {
            return report(Findings(), "\(error)")
        }
    }

    private func keep(_ report: DrillReport) throws {
        guard let results else { return }
        if !FileManager.default.fileExists(atPath: results) {
            _ = FileManager.default.createFile(atPath: results, contents: nil)
        }
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: results))
        try file.seekToEnd()
        try file.write(contentsOf: Data((try report.json() + "\n").utf8))
        try file.close()
    }
}
