import Alerts
import ArgumentParser
import Companies
import CoreMetrics
import Foundation
import Hummingbird
import Ingestion
import Logging
import Routes
import Server
import ServiceLifecycle
import Telemetry
import Vault

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the pages and the API of a database that is already set up.")

    func run() async throws {
        try await WebNode.serve(try Settings.load(), signIns: [])
    }
}

/// One web process.
enum WebNode {
    /// Serves until the process is told to stop.
    /// - Parameters:
    ///   - signIns: lines to print below the address.
    ///   - slots: jobs this process does at once beside serving; 0 leaves them to others.
    static func serve(_ settings: Settings, signIns: [String], slots: Int = 0) async throws {
        // Bad keys are found now, and not by whoever stores the first login.
        let vault = SecretVault(keys: try settings.vault.open())
        let connections = max(4, ProcessInfo.processInfo.activeProcessorCount * 2 + 2)
        let workplace = Workplace(
            settings: settings, connections: connections, statementTimeout: .seconds(5), purpose: "serve")
        let faults = try await workplace.database.whileOpen { try await workplace.database.checkWalls().faults }
        guard faults.isEmpty else { throw SettingsProblem(faults.joined(separator: " ")) }
        let metrics = MetricsRegistry()
        MetricsSystem.bootstrap(metrics)
        // The pools of the check are closed; the server's own are opened with it.
        let serving = Workplace(
            settings: settings, connections: connections, statementTimeout: .seconds(5), purpose: "serve",
            metrics: metrics, tellsSlowQueries: true)
        let access = settings.sourceAccess(serving.database)
        let port = try settings.port ?? FreePort.find(from: 8_080, host: settings.host)
        let server = try WebServer(
            settings: Self.settings(settings, port: port), database: serving.database, hashing: HashingPool(),
            vault: vault, probes: SourceProbe.all(access), sources: access, jobs: WorkNode.kinds,
            logger: serving.logger,
            metrics: metrics, afterTakeover: { _ = try await CatalogUpkeep.request(in: $0) },
            afterWeights: { try await CatalogUpkeep.requestScores(in: $0) },
            afterReview: { try await ReviewWork.requestSettling(serving.database) })
        let host = settings.host
        let work: [any Service] =
            slots > 0
            ? try WorkNode(
                settings, access: access, slots: slots, site: SiteAddress("http://\(host):\(port)", allowsClear: true),
                metrics: metrics
            ).services
            : [
                FigureKeeper(
                    process: "\(ProcessInfo.processInfo.hostName):\(ProcessInfo.processInfo.processIdentifier)",
                    registry: metrics, database: serving.database, logger: serving.logger)
            ]
        let application = server.application(services: work) { bound in
            Console.say("Tidemark is at http://\(host):\(bound)/")
            signIns.forEach(Console.say)
        }
        try await application.runService()
    }
    static func settings(_ settings: Settings, port: Int) -> ServerSettings {
        ServerSettings(
            host: settings.host, port: port, isProduction: settings.environment == .production, root: settings.root,
            version: Version.text, metricsToken: settings.metricsToken, trustedProxies: settings.trustedProxies,
            requestLogLevel: settings.logFormat == .json ? .info : .debug, limits: settings.limits,
            outbox: settings.mail.outbox, allowsSignUp: settings.allowsSignUp)
    }
}
