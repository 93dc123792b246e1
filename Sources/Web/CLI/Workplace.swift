import Companies
import CoreMetrics
import Foundation
import Logging
import Postgres
import Telemetry

/// What a command works with: settings, log and the door to the database.
struct Workplace: Sendable {
    let settings: Settings
    let database: CompanyDatabase
    let logger: Logger

    /// - Parameters:
    ///   - metrics: where the database's use is counted.
    ///   - tellsSlowQueries: whether slow statements go to the log; those of a command may take their time.
    init(
        settings: Settings, connections: Int = 4, statementTimeout: Duration? = nil, purpose: String,
        metrics: any MetricsFactory = MetricsSystem.factory, tellsSlowQueries: Bool = false
    ) {
        self.settings = settings
        let format = settings.logFormat
        var logger = Logger(label: "tidemark") {
            LineLogHandler(label: $0, format: format, sink: StandardErrorSink())
        }
        logger.logLevel = settings.logLevel
        self.logger = logger
        database = CompanyDatabase(
            settings.database.serving, connections: connections, statementTimeout: statementTimeout,
            applicationName: "tidemark \(purpose)", logger: logger, metrics: metrics,
            slowQueries: tellsSlowQueries ? settings.slowQuery : nil)
    }

    /// Runs a command's work with the database open.
    static func open<Result: Sendable>(
        purpose: String, _ body: (Workplace) async throws -> Result
    ) async throws -> Result {
        let workplace = Workplace(settings: try Settings.load(), purpose: purpose)
        return try await workplace.database.whileOpen { try await body(workplace) }
    }

    /// The company of a slug.
    func company(_ slug: String) async throws -> Company {
        let company = try await database.system(reason: "find company for a command") {
            try await $0.company(slug: slug)
        }
        guard let company else { throw CompanyProblem.unknown(slug) }
        return company
    }
}
