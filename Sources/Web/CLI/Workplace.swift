import Companies
import Foundation
import Logging
import Postgres

/// What a command works with: settings, log and the door to the database.
struct Workplace: Sendable {
    let settings: Settings
    let database: CompanyDatabase
    let logger: Logger

    init(settings: Settings, connections: Int = 4, statementTimeout: Duration? = nil, purpose: String) {
        self.settings = settings
        var logger = Logger(label: "tidemark", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = settings.logLevel
        self.logger = logger
        database = CompanyDatabase(
            settings.database.serving, connections: connections, statementTimeout: statementTimeout,
            applicationName: "tidemark \(purpose)", logger: logger)
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
