package import Logging
import ServiceLifecycle
import Synchronization

/// Leases connections to one user at a time. The decisions are `PoolState`'s; this type performs them.
///
/// Requests wait in order, at most `waitLimit` each. `run()` must be running for late requests to be failed in time.
package final class ConnectionPool: Service {
    private typealias Continuation = CheckedContinuation<Connection, any Error>

    private struct Inside {
        var state: PoolState<ContinuousClock.Instant>
        var connections: [Int: Connection] = [:]
        var waiting: [UInt64: Continuation] = [:]
        var nextWaiter: UInt64 = 0
    }

    private let inside: Mutex<Inside>
    private let settings: ConnectionSettings
    private let waitLimit: Duration
    private let backoff: Backoff
    private let jitter: @Sendable () -> Double
    private let reactor: SocketReactor
    private let logger: Logger
    /// Counts what the pool and its connections do.
    package let meters: DatabaseMeters

    /// - Parameters:
    ///   - reactor: waits for the sockets; pools of one process share one.
    ///   - meters: count what the pool and its connections do.
    package init(
        settings: ConnectionSettings, limit: Int, waitLimit: Duration = .seconds(5), backoff: Backoff = Backoff(),
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0...1) },
        reactor: SocketReactor = SocketReactor(), logger: Logger, meters: DatabaseMeters = .none
    ) {
        self.settings = settings
        self.reactor = reactor
        self.waitLimit = waitLimit
        self.backoff = backoff
        self.jitter = jitter
        self.logger = logger
        self.meters = meters
        inside = Mutex(Inside(state: PoolState(limit: limit)))
    }

    /// Fails late requests until the task is cancelled or the service shuts down, then closes every connection.
    package func run() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(100))
                self.perform { $0.state.expire(now: .now) }
            }
        }
        close()
    }

    /// Closes idle connections now and leased ones when they come back; later requests fail.
    package func close() { perform { $0.state.close() } }

    /// How the pool is used now, for health and metrics.
    package var usage: (leased: Int, idle: Int, waiting: Int, limit: Int) {
        inside.withLock { ($0.state.leasedCount, $0.state.idleCount, $0.state.waiterCount, $0.state.limit) }
    }

    /// Runs queries in one round trip and one transaction on any connection; `scope` runs first.
    package func fetch<each Row: RowDecodable & Sendable>(
        scope: [SQL] = [], _ queries: repeat Query<each Row>
    ) async throws -> sending (repeat [each Row]) {
        let connection = try await lease()
        do {
            let rows = try await connection.fetch(scope: scope, repeat each queries)
            await release(connection)
            return rows
        } catch {
            await release(connection)
            throw error
        }
    }

    /// A connection outside the pool, for listening. The caller closes it.
    package func connect() async throws -> Connection {
        try await Connection.connect(number: 0, settings: settings, reactor: reactor, meters: meters)
    }

    /// Lends a connection to `body` and takes it back. The connection must not be kept.
    package func withConnection<Result: Sendable>(
        _ body: (Connection) async throws -> Result
    ) async throws -> Result {
        let connection = try await lease()
        do {
            let result = try await body(connection)
            await release(connection)
            return result
        } catch {
            await release(connection)
            throw error
        }
    }

    package func lease() async throws -> Connection {
        try Task.checkCancellation()
        let (number, free) = inside.withLock { inside in
            inside.nextWaiter += 1
            return (inside.nextWaiter, inside.state.leaseIdle().flatMap { inside.connections[$0] })
        }
        // The usual case: a free connection, without a continuation.
        if let free {
            meters.waited(.zero)
            return free
        }
        let started = ContinuousClock.now
        defer { meters.waited(.now - started) }
        return try await withTaskCancellationHandler {
            try Task.checkCancellation()
            return try await withCheckedThrowingContinuation { (continuation: Continuation) in
                perform { inside in
                    inside.waiting[number] = continuation
                    return inside.state.lease(waiter: number, deadline: .now + self.waitLimit)
                }
                // A cancellation between the check above and the registration found nobody to wake.
                if Task.isCancelled { abandon(number) }
            }
        } onCancel: {
            self.abandon(number)
        }
    }

    private func abandon(_ waiter: UInt64) {
        let continuation = inside.withLock { inside in
            inside.state.abandon(waiter: waiter) ? inside.waiting.removeValue(forKey: waiter) : nil
        }
        continuation?.resume(throwing: CancellationError())
    }

    package func release(_ connection: Connection) async {
        let healthy = await connection.isReusable()
        let number = connection.number
        perform { $0.state.release(number, healthy: healthy) }
    }

    private func perform(_ decide: (inout Inside) -> [PoolState<ContinuousClock.Instant>.Action]) {
        var grants: [(Continuation, Connection)] = []
        var failures: [(Continuation, DatabaseError)] = []
        var closed: [Connection] = []
        let actions = inside.withLock { inside in
            let actions = decide(&inside)
            for action in actions {
                switch action {
                case .give(let connection, let waiter):
                    if let continuation = inside.waiting.removeValue(forKey: waiter),
                        let connection = inside.connections[connection]
                    {
                        grants.append((continuation, connection))
                    }
                case .fail(let waiter, let failure):
                    if let continuation = inside.waiting.removeValue(forKey: waiter) {
                        meters.refused(failure)
                        failures.append((continuation, failure.error))
                    }
                case .close(let connection):
                    if let connection = inside.connections.removeValue(forKey: connection) {
                        closed.append(connection)
                    }
                case .open, .retryLater:
                    break
                }
            }
            return actions
        }
        grants.forEach { $0.0.resume(returning: $0.1) }
        failures.forEach { $0.0.resume(throwing: $0.1) }
        for action in actions {
            switch action {
            case .open(let number):
                Task { await self.open(number) }
            case .retryLater(let failures):
                let delay = backoff.delay(afterFailures: failures, fraction: jitter())
                Task {
                    try? await Task.sleep(for: delay)
                    self.perform { $0.state.retry() }
                }
            default:
                break
            }
        }
    }

    private func open(_ number: Int) async {
        do {
            let connection = try await Connection.connect(
                number: number, settings: settings, reactor: reactor, meters: meters)
            meters.connected()
            perform { inside in
                inside.connections[number] = connection
                return inside.state.opened(number)
            }
        } catch {
            meters.failedToConnect()
            logger.warning("cannot connect to the database", metadata: ["error": "\(error)"])
            perform { $0.state.failedToOpen(number) }
        }
    }
}
