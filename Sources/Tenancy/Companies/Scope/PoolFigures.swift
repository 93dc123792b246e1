import CoreMetrics
import Postgres
import Telemetry

/// How busy a pool is, read when the metrics are.
enum PoolFigures {
    static func observe(_ pool: ConnectionPool, client: String, role: String, in factory: any MetricsFactory) {
        factory.describe(descriptions)
        // The registry must not keep a pool, whose meters keep the registry.
        func figure(
            _ name: String, _ more: [(String, String)] = [], read: @escaping @Sendable (ConnectionPool) -> Int
        ) {
            factory.observe(name, .gauge, [("client", client), ("role", role)] + more) { [weak pool] in
                pool.map { Double(read($0)) } ?? .nan
            }
        }
        figure("tidemark_db_connections", [("state", "leased")]) { $0.usage.leased }
        figure("tidemark_db_connections", [("state", "idle")]) { $0.usage.idle }
        figure("tidemark_db_waiting") { $0.usage.waiting }
        figure("tidemark_db_connections_limit") { $0.usage.limit }
    }

    private static let descriptions = [
        MetricDescription("tidemark_db_connections", "Connections of the pool that are used, and that are free."),
        MetricDescription("tidemark_db_waiting", "Work that waits for a connection."),
        MetricDescription("tidemark_db_connections_limit", "Most connections the pool makes."),
    ]
}
