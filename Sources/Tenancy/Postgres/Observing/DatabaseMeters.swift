package import CoreMetrics
import Telemetry

/// What the connections of one role count, and where their slow statements are told.
package final class DatabaseMeters: Sendable {
    /// Counts nothing.
    package static let none = DatabaseMeters(client: "none", role: "none", factory: NOOPMetricsHandler.instance)

    private let role: String
    private let waits: Timer
    private let connects: Counter
    private let connectFailures: Counter
    private let stalePlans: Counter
    private let timeouts: Counter
    private let unreachable: Counter
    private let overflows: Counter
    private let statements: Counter
    private let failures: Counter
    private let roundTrips: Timer
    private let retries: Counter
    private let slow: Counter
    private let slowQueries: SlowQueryLog?

    /// - Parameters:
    ///   - client: the value of the label `client`: the name the server knows the program by, since one process may
    ///     have several pools of one role.
    ///   - role: the value of the label `role`.
    ///   - slowQueries: where slow statements are told; `nil` for nowhere.
    package init(client: String, role: String, factory: any MetricsFactory, slowQueries: SlowQueryLog? = nil) {
        factory.describe(Self.descriptions)
        let place = [("client", client), ("role", role)]
        func counter(_ name: String, _ more: [(String, String)] = []) -> Counter {
            Counter(label: name, dimensions: place + more, factory: factory)
        }
        self.role = role
        self.slowQueries = slowQueries
        waits = Timer(label: "tidemark_db_wait_seconds", dimensions: place, factory: factory)
        timeouts = counter("tidemark_db_refused_total", [("reason", "timeout")])
        unreachable = counter("tidemark_db_refused_total", [("reason", "unreachable")])
        overflows = counter("tidemark_db_refused_total", [("reason", "full")])
        connects = counter("tidemark_db_connects_total")
        connectFailures = counter("tidemark_db_connect_failures_total")
        stalePlans = counter("tidemark_db_stale_plans_total")
        statements = counter("tidemark_db_statements_total")
        failures = counter("tidemark_db_failures_total")
        roundTrips = Timer(label: "tidemark_db_round_trip_seconds", dimensions: place, factory: factory)
        retries = counter("tidemark_db_retries_total")
        slow = counter("tidemark_db_slow_total")
    }

    private static let descriptions = [
        MetricDescription(
            "tidemark_db_wait_seconds", "How long work waited for a connection.", buckets: .shortDurations),
        MetricDescription("tidemark_db_refused_total", "Work that got no connection."),
        MetricDescription("tidemark_db_connects_total", "Connections made."),
        MetricDescription("tidemark_db_connect_failures_total", "Connections that could not be made."),
        MetricDescription("tidemark_db_stale_plans_total", "Times all prepared plans were dropped and made anew."),
        MetricDescription("tidemark_db_statements_total", "Statements sent."),
        MetricDescription("tidemark_db_failures_total", "Round trips the database answered with an error, or not."),
        MetricDescription(
            "tidemark_db_round_trip_seconds", "Time of a round trip, however many statements it carried.",
            buckets: .shortDurations),
        MetricDescription("tidemark_db_retries_total", "Transactions run again after a conflict."),
        MetricDescription("tidemark_db_slow_total", "Round trips above the limit for slow statements."),
    ]

    /// A transaction is run again.
    package func retried() { retries.increment() }

    /// Work got a connection, or gave up, after waiting for so long.
    func waited(_ duration: Duration) { waits.recordNanoseconds(duration.nanoseconds) }

    func connected() { connects.increment() }

    func failedToConnect() { connectFailures.increment() }

    /// Every prepared plan of a connection was dropped.
    func replanned() { stalePlans.increment() }

    func refused(_ failure: PoolFailure) {
        switch failure {
        case .timeout: timeouts.increment()
        case .unreachable: unreachable.increment()
        case .full: overflows.increment()
        case .closed: break
        }
    }

    /// One round trip has ended.
    func finished(_ sent: [Statement], after duration: Duration, rows: () -> Int, failure: (any Error)?) {
        statements.increment(by: sent.count)
        roundTrips.recordNanoseconds(duration.nanoseconds)
        if failure != nil { failures.increment() }
        guard let slowQueries, duration >= slowQueries.limit else { return }
        slow.increment()
        slowQueries.tell(sent, took: duration, rows: rows(), role: role, failure: failure)
    }
}
