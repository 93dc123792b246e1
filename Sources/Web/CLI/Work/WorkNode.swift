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
    private let anchors: AuditAnchors

    /// Every kind this program knows.
    static var kinds: JobRegistry {
        var registry = JobRegistry()
        CatalogUpkeep.register(in: &registry)
        return registry
    }

    /// - Parameter slots: jobs at once.
    /// - Throws: `SettingsProblem` when there is no place for the ends of the audit chains.
    init(_ settings: Settings, queues: [JobQueue] = [.standard], slots: Int, metrics: any MetricsFactory) throws {
        guard let folder = settings.auditFolder else {
            throw SettingsProblem(
                "In production TIDEMARK_AUDIT_DIRECTORY must name a folder, best on another machine, where the ends of the audit "
                    + "chains are noted.")
        }
        anchors = AuditAnchors(folder: folder)
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
            + [AuditAnchoring(database: workplace.database, anchors: anchors, logger: workplace.logger)]
            + [housekeeper, worker]
    }
}
