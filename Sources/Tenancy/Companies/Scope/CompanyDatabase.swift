package import CoreMetrics
package import Logging
package import Postgres
package import ServiceLifecycle
import Telemetry

/// The door to the database. The only maker of `CompanyTransaction` and `SystemTransaction`.
///
/// A pool for each role: the runtime role that row-level security binds, the auth role that may only look up sign-ins and
/// sessions, the worker role that may list companies, and the review role that may only ask for pairs to compare.
package struct CompanyDatabase: Sendable {
    let app: ConnectionPool
    let auth: ConnectionPool
    let worker: ConnectionPool
    let review: ConnectionPool
    let sealer: ScopeSealer

    /// Where the roles connect.
    package struct Addresses: Sendable {
        package let app: String
        package let auth: String
        package let worker: String
        package let review: String

        package init(app: String, auth: String, worker: String, review: String) {
            self.app = app
            self.auth = auth
            self.worker = worker
            self.review = review
        }
    }

    /// - Parameters:
    ///   - connections: upper limit of the runtime role's pool.
    ///   - statementTimeout: server-side limit of one statement; `nil` for long work such as imports.
    ///   - lockTimeout: server-side limit of waiting for a lock.
    ///   - waitLimit: how long somebody waits for a connection.
    ///   - metrics: where pools and connections are counted.
    ///   - slowQueries: from what duration on a statement is told in the log; `nil` for never.
    package init(
        _ addresses: Addresses, connections: Int, statementTimeout: Duration?,
        lockTimeout: Duration? = .seconds(1), waitLimit: Duration = .seconds(5), applicationName: String,
        logger: Logger,
        metrics: any MetricsFactory = MetricsSystem.factory, slowQueries: Duration? = nil
    ) {
        let reactor = SocketReactor()
        let slowQueryLog = slowQueries.map { SlowQueryLog(limit: $0, logger: logger) }
        func pool(_ uri: String, limit: Int, role: String) -> ConnectionPool {
            ConnectionPool(
                settings: ConnectionSettings(
                    uri: uri, applicationName: applicationName, statementTimeout: statementTimeout,
                    lockTimeout: lockTimeout), limit: limit, waitLimit: waitLimit,
                reactor: reactor, logger: logger,
                meters: DatabaseMeters(
                    client: applicationName, role: role, factory: metrics, slowQueries: slowQueryLog))
        }
        app = pool(addresses.app, limit: connections, role: "app")
        auth = pool(addresses.auth, limit: connections, role: "auth")
        worker = pool(addresses.worker, limit: 4, role: "worker")
        review = pool(addresses.review, limit: 2, role: "review")
        sealer = ScopeSealer(auth: auth)
        for (role, pool) in [("app", app), ("auth", auth), ("worker", worker), ("review", review)] {
            PoolFigures.observe(pool, client: applicationName, role: role, in: metrics)
        }
    }

    /// Everything that has to run while the database is used.
    package var services: [any Service] { [app, auth, worker, review] }

    /// Keeps the pools running while `body` does, then closes them. For commands; a server runs `services` itself.
    package func whileOpen<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for pool in [app, auth, worker, review] { group.addTask { await pool.run() } }
            defer {
                group.cancelAll()
                close()
            }
            return try await body()
        }
    }

    package func close() {
        for pool in [app, auth, worker, review] { pool.close() }
    }

    /// How busy the runtime role's pool is.
    package var usage: (leased: Int, idle: Int, waiting: Int, limit: Int) { app.usage }

    /// Reads in a company's scope: all queries in one read-only transaction and one round trip.
    package func read<each Row: RowDecodable & Sendable>(
        in company: CompanyID, _ queries: repeat Query<each Row>
    ) async throws -> sending (repeat [each Row]) {
        let scope = try await sealer.opening(company) + ["SELECT set_config('transaction_read_only', 'on', true)"]
        return try await app.fetch(scope: scope, repeat each queries)
    }

    /// Reads and writes in a company's scope. Commits when `body` returns, rolls back when it throws. Serialization
    /// failures, deadlocks and stale plans run `body` again, at most three times in all.
    /// - Parameter stopwatch: told the time the database took, of every attempt.
    package func transaction<Result: Sendable>(
        in company: CompanyID, stopwatch: DatabaseStopwatch? = nil,
        _ body: (CompanyTransaction) async throws -> Result
    ) async throws -> Result {
        try await Self.attempt(on: app) {
            let opening = try await sealer.opening(company)
            return try await app.withConnection { connection in
                let unit = UnitOfWork(connection: connection, opening: opening, stopwatch: stopwatch)
                return try await unit.run { try await body(CompanyTransaction(company: company, unit: unit)) }
            }
        }
    }

    /// Work across companies. The reason is recorded in `system_runs`.
    package func system<Result: Sendable>(
        reason: String, _ body: (SystemTransaction) async throws -> Result
    ) async throws -> Result {
        try await Self.attempt(on: worker) {
            try await worker.withConnection { connection in
                let unit = UnitOfWork(connection: connection, opening: [SystemTransaction.record(reason)])
                return try await unit.run { try await body(SystemTransaction(reason: reason, unit: unit)) }
            }
        }
    }

    /// Proves that the database answers, as the runtime role.
    package func ping() async throws {
        try await app.withConnection { connection in
            _ = try await connection.fetch(Query<Single<Int>>("SELECT 1::bigint"))
        }
    }

    private static func attempt<Result: Sendable>(
        on pool: ConnectionPool, _ work: () async throws -> Result
    ) async throws -> Result {
        for _ in 0..<2 {
            do {
                return try await work()
            } catch let error as DatabaseError where error.isRetryable {
                pool.meters.retried()
            }
        }
        return try await work()
    }
}
