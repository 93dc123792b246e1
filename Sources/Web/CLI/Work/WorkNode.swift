import Companies
import CoreMetrics
import Foundation
import Jobs
import Logging
import ServiceLifecycle

/// One process's share of the work nobody watches: a worker, and the housekeeping of the queue.
struct WorkNode: Sendable {
    private let workplace: Workplace
    private let worker: JobWorker
    private let housekeeper: JobHousekeeper

    /// Every kind this program knows.
    static var kinds: JobRegistry {
        var registry = JobRegistry()
        CatalogUpkeep.register(in: &registry)
        return registry
    }

    /// - Parameter slots: jobs at once.
    init(_ settings: Settings, queues: [JobQueue] = [.standard], slots: Int, metrics: any MetricsFactory) {
        // A job holds a connection for its work and one for what it says meanwhile. Its own time limit bounds its statements.
        workplace = Workplace(
            settings: settings, connections: slots * 2 + 1, purpose: "work", metrics: metrics, tellsSlowQueries: true)
        worker = JobWorker(
            name: "\(ProcessInfo.processInfo.hostName):\(ProcessInfo.processInfo.processIdentifier)",
            settings: WorkerSettings(queues: queues, slots: slots), registry: Self.kinds, database: workplace.database,
            logger: workplace.logger, metrics: metrics)
        housekeeper = JobHousekeeper(database: workplace.database, logger: workplace.logger)
        JobFigures(database: workplace.database).observe(in: metrics)
    }

    /// In the order they start; they stop the other way round, so that jobs can still be handed back.
    var services: [any Service] {
        workplace.database.services + [StandingSchedules(database: workplace.database, logger: workplace.logger)]
            + [housekeeper, worker]
    }
}
