import CoreMetrics
import Telemetry
import Vault

/// What a web node tells about itself when its metrics are read.
enum ServerFigures {
    static func observe(
        hashing: HashingPool, cache: AnswerCache, version: String, in factory: any MetricsFactory
    ) {
        factory.describe(descriptions)
        ProcessFigures.observe(in: factory)
        factory.observe("tidemark_build_info", .gauge, [("version", version)]) { 1 }
        // The registry keeps nothing alive that it tells about.
        func load(
            _ name: String, _ kind: MetricKind = .gauge,
            _ read: @escaping @Sendable ((running: Int, waiting: Int, refused: Int)) -> Int
        ) {
            factory.observe(name, kind) { [weak hashing] in hashing.map { Double(read($0.load)) } ?? .nan }
        }
        load("tidemark_password_hashing_running") { $0.running }
        load("tidemark_password_hashing_waiting") { $0.waiting }
        load("tidemark_password_hashing_refused_total", .counter) { $0.refused }
        factory.observe("tidemark_answer_cache_bytes", .gauge) { [weak cache] in
            cache.map { Double($0.cost) } ?? .nan
        }
    }

    private static let descriptions = [
        MetricDescription("tidemark_build_info", "Always 1; its labels say which program this is."),
        MetricDescription("tidemark_password_hashing_running", "Passwords that are being checked."),
        MetricDescription("tidemark_password_hashing_waiting", "Passwords that wait to be checked."),
        MetricDescription("tidemark_password_hashing_refused_total", "Sign-ins turned away because too many waited."),
        MetricDescription("tidemark_answer_cache_bytes", "Memory of kept answers, roughly, in bytes."),
    ]
}
