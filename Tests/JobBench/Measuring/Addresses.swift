import Companies
import Configuration
import Logging
import Postgres

/// Where the measured database is, as the product is told it.
struct Addresses {
    let serving: CompanyDatabase.Addresses

    init() throws {
        let reader = ConfigReader(provider: EnvironmentVariablesProvider())
        func value(_ key: String) throws -> String {
            try reader.requiredString(forKey: ConfigKey(key), isSecret: true)
        }
        serving = CompanyDatabase.Addresses(
            app: try value("database.url"), auth: try value("database.auth.url"),
            worker: try value("database.worker.url"), review: try value("database.review.url"))
    }

    static let logger = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }

    /// The product's door to the database, open while `body` runs.
    func open<Result: Sendable>(
        connections: Int, _ body: (CompanyDatabase) async throws -> Result
    ) async throws -> Result {
        let database = CompanyDatabase(
            serving, connections: connections, statementTimeout: .seconds(60), lockTimeout: .seconds(60),
            applicationName: "tidemark-bench", logger: Self.logger)
        return try await database.whileOpen { try await body(database) }
    }

    /// One connection beside the pools. Row-level security binds the runtime role; the worker role sees all jobs.
    func connect(asWorker: Bool = false) async throws -> Connection {
        try await Connection.connect(
            number: 0,
            settings: ConnectionSettings(
                uri: asWorker ? serving.worker : serving.app, applicationName: "tidemark-bench",
                statementTimeout: .seconds(60)))
    }
}
