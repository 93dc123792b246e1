import HTTPTypes
import Hummingbird
import Logging
import Routes
import Telemetry

/// The one line each request leaves in the log.
struct RequestLog: Sendable {
    /// The level of the line of a request of a person or a program.
    let level: Logger.Level

    /// Probes, scrapes and assets are asked for all the time and tell nothing.
    private static let quiet: Set<String> = [
        HealthRoute.Pattern.health.rawValue, HealthRoute.Pattern.ready.rawValue, MetricsRoute.Pattern.metrics.rawValue,
        AssetRoute.Pattern.asset.rawValue,
    ]

    func write(
        _ request: Request, _ context: AppContext, status: HTTPResponse.Status, after duration: Duration, bytes: Int
    ) {
        let route = context.route
        let level = Self.quiet.contains(route) ? .debug : level
        context.logger.log(
            level: level, "request",
            metadata: [
                "method": .string(request.method.rawValue), "route": .string(route),
                "status": .stringConvertible(status.code), "bytes": .stringConvertible(bytes),
                "ms": .stringConvertible((Double(duration.nanoseconds) / 1e4).rounded() / 100),
            ])
    }
}
