import ArgumentParser
import Companies
import Jobs
import Logging
import ServiceLifecycle
import TestSupport
import UnixSignals

/// A process as the product will have them: one worker and, unless told otherwise, one housekeeper.
struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "worker", abstract: "Runs jobs of a drill's database.")

    @Option var database: String
    @Option var name: String
    @Option var slots = 8
    /// Milliseconds; the product's own by default.
    @Option var lease = 30_000
    @Option var renewal = 10_000
    @Option var grace = 20_000
    /// Milliseconds between looks for silent workers; 0 for the housekeeper's five seconds.
    @Option var rescue = 0
    @Option var connections = 4
    /// Kinds this process does not know, as one of an older version would not.
    @Option var without: [String] = []
    @Flag var noHousekeeping = false

    func run() async throws {
        RunawayGuard.watch()
        var logger = Logger(label: name) { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .warning
        let door = CompanyDatabase(
            TestDatabase(existing: database).addresses, connections: connections, statementTimeout: .seconds(10),
            lockTimeout: .seconds(5), applicationName: name, logger: logger)
        let handler = DrillHandler(process: name, database: door)
        let worker = JobWorker(
            name: name,
            settings: WorkerSettings(
                slots: slots, lease: .milliseconds(lease), renewal: .milliseconds(renewal),
                retry: .milliseconds(min(1_000, renewal))),
            registry: handler.registry(without: Set(without)), database: door, grace: .milliseconds(grace),
            recordsAll: true, logger: logger)
        var services: [any Service] = door.services
        if !noHousekeeping { services.append(JobHousekeeper(database: door, logger: logger)) }
        if rescue > 0 { services.append(FrequentRescue(store: JobStore(database: door), pause: .milliseconds(rescue))) }
        services.append(worker)
        try await ServiceGroup(
            services: services, gracefulShutdownSignals: [.sigterm], logger: logger
        ).run()
    }
}
