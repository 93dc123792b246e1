import ArgumentParser
import Companies
import Jobs
import Postgres

/// Which queue is measured and how it works.
struct QueueOptions: ParsableArguments {
    enum Kind: String, ExpressibleByArgument, Codable { case product, plain }

    @Option(help: "product or plain") var queue = Kind.product
    @Option(help: "single or batched") var acknowledgement = Acknowledgement.batched
    @Option(help: "Companies that jobs are of, in turn.") var companies = 4
    @Option(help: "Workers of the product, or loops of the plain queue.") var workers = 1
    @Option(help: "Jobs at once of a worker, or of a claim of the plain queue.") var slots = 256
    @Option(help: "Connections for the work itself.") var connections = 16

    /// The queue, ready while `body` runs.
    func open<Result: Sendable>(_ body: (any MeasuredQueue) async throws -> Result) async throws -> Result {
        let addresses = try Addresses()
        if queue == .plain {
            let pool = ConnectionPool(
                settings: ConnectionSettings(
                    uri: addresses.serving.worker, applicationName: "tidemark-bench", statementTimeout: .seconds(60)),
                limit: workers + 2, logger: Addresses.logger)
            defer { pool.close() }
            return try await body(
                PlainQueue(pool: pool, loops: workers, batch: slots, acknowledgement: acknowledgement))
        }
        return try await addresses.open(connections: connections) { database in
            try await addresses.open(connections: 4) { producing in
                let companies = try await database.benchCompanies(companies)
                return try await body(
                    ProductQueue(
                        database: database, producing: producing, companies: companies,
                        settings: WorkerSettings(slots: slots, batch: slots), workers: workers,
                        acknowledgement: acknowledgement))
            }
        }
    }
}
