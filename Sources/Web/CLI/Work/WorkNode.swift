import Companies
import CoreMetrics
import Foundation
import Ingestion
import Jobs
import Logging
import Mail
import Routes
import Server
import ServiceLifecycle
import Vault

/// One process's share of the work nobody watches: a worker, and the housekeeping of the queue.
struct WorkNode: Sendable {
    private let workplace: Workplace
    private let worker: JobWorker
    private let housekeeper: JobHousekeeper
    private let anchors: AuditAnchors

    /// Every kind this program knows, for consoles; a node that works knows how to do them all.
    static var kinds: JobRegistry {
        var registry = JobRegistry()
        CatalogUpkeep.register(in: &registry)
        PipelineCycle.register(in: &registry)
        SendMail.declare(in: &registry)
        ReadSource.declare(in: &registry)
        KeepBronze.register(in: &registry, lake: nil, retention: BronzeRetention())
        return registry
    }

    /// - Parameters:
    ///   - access: the process's way to sources, where it has one already.
    ///   - slots: jobs at once.
    ///   - site: what links in mails begin with, unless the settings say it.
    /// - Throws: `SettingsProblem` when there is no place for the ends of the audit chains.
    init(
        _ settings: Settings, access: SourceAccess? = nil, queues: [JobQueue] = [.standard], slots: Int,
        site: SiteAddress? = nil, metrics: any MetricsFactory
    ) throws {
        guard let folder = settings.auditFolder else {
            throw SettingsProblem(
                "In production TIDEMARK_AUDIT_DIRECTORY must name a folder, best on another machine, where the ends of the audit "
                    + "chains are noted.")
        }
        anchors = AuditAnchors(folder: folder)
        // A job holds a connection for its work and one for what it says meanwhile. Its own time limit bounds its statements.
        let workplace = Workplace(
            settings: settings, connections: slots * 2 + 1, purpose: "work", metrics: metrics, tellsSlowQueries: true)
        self.workplace = workplace
        var registry = Self.kinds
        try Self.delivery(settings, site: site, workplace).register(in: &registry)
        KeepBronze.register(in: &registry, lake: workplace.lake, retention: settings.lake.retention)
        let vault = SecretVault(keys: try settings.vault.open())
        SourceReading.register(in: &registry, access: access ?? settings.sourceAccess(), vault: vault) {
            transaction, report in
            // A cycle has that already; whoever reads one source alone wants it too.
            if report.new + report.changed > 0 { try await CatalogUpkeep.request(in: transaction) }
        }
        worker = JobWorker(
            name: "\(ProcessInfo.processInfo.hostName):\(ProcessInfo.processInfo.processIdentifier)",
            settings: WorkerSettings(queues: queues, slots: slots), registry: registry, database: workplace.database,
            logger: workplace.logger, metrics: metrics)
        housekeeper = JobHousekeeper(database: workplace.database, logger: workplace.logger)
        JobFigures(database: workplace.database).observe(in: metrics)
    }

    private static func delivery(_ settings: Settings, site: SiteAddress?, _ workplace: Workplace) throws
        -> MailDelivery
    {
        // Production with a mail server has a site of its own; without one nothing is written.
        guard let site = settings.mail.site ?? site ?? SiteAddress("http://127.0.0.1:8080", allowsClear: true) else {
            throw SettingsProblem("TIDEMARK_PUBLIC_URL is missing.")
        }
        return MailDelivery(
            transport: settings.mail.transport, from: settings.mail.from,
            composer: MailWriter(database: workplace.database, site: site))
    }

    /// In the order they start; they stop the other way round, so that jobs can still be handed back.
    var services: [any Service] {
        workplace.database.services + [StandingSchedules(database: workplace.database, logger: workplace.logger)]
            + [AuditAnchoring(database: workplace.database, anchors: anchors, logger: workplace.logger)]
            + [housekeeper, worker]
    }
}
