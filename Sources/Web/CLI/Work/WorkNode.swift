import Alerts
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
import Telemetry
import Vault

/// One process's share of the work nobody watches: a worker, and the housekeeping of the queue.
struct WorkNode: Sendable {
    private let workplace: Workplace
    private let workers: [JobWorker]
    private let keeper: FigureKeeper
    private let housekeeper: JobHousekeeper
    private let anchors: AuditAnchors

    /// Every kind this program knows, for consoles; a node that works knows how to do them all.
    static var kinds: JobRegistry {
        var registry = JobRegistry()
        CatalogUpkeep.register(in: &registry)
        CheckPublishedScores.register(in: &registry)
        PipelineCycle.register(in: &registry)
        ReviewWork.register(in: &registry)
        ReviewJudging.register(in: &registry, settings: nil)
        SendMail.declare(in: &registry)
        ReadSource.declare(in: &registry)
        KeepBronze.register(in: &registry, lake: nil, retention: BronzeRetention())
        WatchFigures.declare(in: &registry)
        DeliverAlerts.declare(in: &registry)
        return registry
    }

    /// What a node serves unless it is told otherwise.
    static let queues: [JobQueue] = [.standard, DeliverAlerts.queue]
    /// Messages to receivers of alerts at once: slots of their own, so that receivers that never answer hold up no other work, and two
    /// of them, so that one company's hold up nobody else's.
    private static let tellers = 2

    /// - Parameters:
    ///   - access: the process's way to sources, where it has one already.
    ///   - slots: jobs at once.
    ///   - site: what links in mails begin with, unless the settings say it.
    /// - Throws: `SettingsProblem` when there is no place for the ends of the audit chains.
    init(
        _ settings: Settings, access: SourceAccess? = nil, queues: [JobQueue] = Self.queues, slots: Int,
        site: SiteAddress? = nil, metrics: MetricsRegistry
    ) throws {
        guard let folder = settings.auditFolder else {
            throw SettingsProblem(
                "In production TIDEMARK_AUDIT_DIRECTORY must name a folder, best on another machine, where the ends of the audit "
                    + "chains are noted.")
        }
        anchors = AuditAnchors(folder: folder)
        // A job holds a connection for its work and one for what it says meanwhile. Its own time limit bounds its statements.
        let workplace = Workplace(
            settings: settings, connections: (slots + Self.tellers) * 2 + 1, purpose: "work", metrics: metrics,
            tellsSlowQueries: true)
        self.workplace = workplace
        var registry = Self.kinds
        let site = try Self.site(settings, site)
        try Self.delivery(settings, site: site, workplace).register(in: &registry)
        ReviewJudging.register(in: &registry, settings: settings)
        KeepBronze.register(in: &registry, lake: workplace.lake, retention: settings.lake.retention)
        let vault = SecretVault(keys: try settings.vault.open())
        SourceReading.register(in: &registry, access: access ?? settings.sourceAccess(workplace.database), vault: vault)
        {
            transaction, report in
            // A cycle has that already; whoever reads one source alone wants it too.
            let isTakenOver = report.state == .applied || report.state == .partial
            if isTakenOver, report.new + report.changed > 0 { try await CatalogUpkeep.request(in: transaction) }
            // How it went may be news to somebody.
            try await WatchFigures.request(in: transaction)
        }
        WatchFigures.register(in: &registry, platform: PlatformSurvey(folders: settings.watchedFolders))
        DeliverAlerts.register(in: &registry, access: settings.alertAccess(site: site), vault: vault)
        let name = "\(ProcessInfo.processInfo.hostName):\(ProcessInfo.processInfo.processIdentifier)"
        func worker(_ queues: [JobQueue], slots: Int) -> JobWorker? {
            guard !queues.isEmpty else { return nil }
            return JobWorker(
                name: name, settings: WorkerSettings(queues: queues, slots: slots), registry: registry,
                database: workplace.database, logger: workplace.logger, metrics: metrics)
        }
        workers = [
            worker(queues.filter { $0 != DeliverAlerts.queue }, slots: slots),
            worker(queues.filter { $0 == DeliverAlerts.queue }, slots: Self.tellers),
        ].compactMap(\.self)
        keeper = FigureKeeper(
            process: name, registry: metrics, database: workplace.database, logger: workplace.logger)
        housekeeper = JobHousekeeper(database: workplace.database, logger: workplace.logger)
        JobFigures(database: workplace.database).observe(in: metrics)
    }

    /// What links in mails and messages begin with. Production with a mail server has a site of its own.
    private static func site(_ settings: Settings, _ site: SiteAddress?) throws -> SiteAddress {
        guard let site = settings.mail.site ?? site ?? SiteAddress("http://127.0.0.1:8080", allowsClear: true) else {
            throw SettingsProblem("TIDEMARK_PUBLIC_URL is missing.")
        }
        return site
    }

    private static func delivery(
        _ settings: Settings, site: SiteAddress, _ workplace: Workplace
    ) throws -> MailDelivery {
        MailDelivery(
            transport: settings.mail.transport, from: settings.mail.from,
            composer: MailWriter(database: workplace.database, site: site))
    }

    /// In the order they start; they stop the other way round, so that jobs can still be handed back.
    var services: [any Service] {
        workplace.database.services + [StandingSchedules(database: workplace.database, logger: workplace.logger)]
            + [AuditAnchoring(database: workplace.database, anchors: anchors, logger: workplace.logger)]
            + [keeper, housekeeper] + workers
    }
}
