package import Companies
package import Hummingbird
package import Logging
import Routes
package import Telemetry

/// What machines ask of a process that serves no people: whether it answers, whether its database does, how it is doing.
package struct ProbeServer: Sendable {
    private let settings: ServerSettings
    private let database: CompanyDatabase
    private let logger: Logger
    private let metrics: MetricsRegistry

    package init(settings: ServerSettings, database: CompanyDatabase, logger: Logger, metrics: MetricsRegistry) {
        self.settings = settings
        self.database = database
        self.logger = logger
        self.metrics = metrics
    }

    package func application() -> some ApplicationProtocol {
        ProcessFigures.observe(in: metrics)
        metrics.observe("tidemark_build_info", .gauge, [("version", settings.version)]) { 1 }
        let router = Router(context: AppContext.self)
        Probes(settings: settings, database: database, logger: logger, metrics: metrics).add(to: router)
        return Application(
            responder: router.buildResponder(),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), serverName: nil),
            logger: logger)
    }
}
