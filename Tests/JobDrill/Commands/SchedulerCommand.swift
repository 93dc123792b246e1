import ArgumentParser
import Companies
import Foundation
import Jobs
import Logging
import TestSupport

/// A process that turns schedules into jobs by a clock of its own, which runs fast and jumps an hour forth and back.
struct SchedulerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scheduler", abstract: "Turns schedules of a drill's database into jobs.")

    @Option var database: String
    @Option var name: String
    /// Seconds since 1970 at the moment `since`, which is a real one.
    @Option var base: Double
    @Option var since: Double
    /// Seconds of its clock in a real one.
    @Option var speed: Double
    /// Chance per look that the clock jumps.
    @Option var jumps = 0.0

    func run() async throws {
        RunawayGuard.watch()
        var logger = Logger(label: name) { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        let door = CompanyDatabase(
            TestDatabase(existing: database).addresses, connections: 1, statementTimeout: .seconds(10),
            lockTimeout: .seconds(5), applicationName: name, logger: logger)
        try await door.whileOpen {
            let store = ScheduleStore(database: door)
            var offset = 0.0
            while !Task.isCancelled {
                if Double.random(in: 0..<1) < jumps { offset = [-3_600, 0, 0, 3_600].randomElement() ?? 0 }
                let real = Date().timeIntervalSince1970 - since
                let now = Date(timeIntervalSince1970: base + real * speed + offset)
                do {
                    try await store.turnIntoJobs(now: now)
                } catch {
                    logger.error("slots were not turned into jobs", metadata: ["cause": "\(error)"])
                }
                try? await Task.sleep(for: .milliseconds(20))
            }
        }
    }
}
