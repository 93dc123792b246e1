package import Companies
package import Foundation
package import Logging
import ServiceLifecycle
package import Telemetry

/// Has a process say what it counts, every half minute, so that monitors can hold it against their limits: requests, the database's
/// connections, and whatever else a monitor asks for by name.
package struct FigureKeeper: Service {
    private let process: String
    private let registry: MetricsRegistry
    private let database: CompanyDatabase
    private let logger: Logger
    private let now: @Sendable () -> Date

    /// - Parameter process: what the process is called: its kind, machine and number.
    package init(
        process: String, registry: MetricsRegistry, database: CompanyDatabase, logger: Logger,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.process = String(process.prefix(200))
        self.registry = registry
        self.database = database
        self.logger = logger
        self.now = now
    }

    package func run() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await keep()
                } catch {
                    // The next time says it anew; monitors say nothing meanwhile.
                    if !Task.isCancelled {
                        logger.warning("figures could not be kept", metadata: ["cause": "\(error)"])
                    }
                }
                try? await Task.sleep(for: .seconds(30))
            }
        }
    }

    private static let requests = "tidemark_http_requests_total"
    private static let connections = "tidemark_db_connections"
    private static let limit = "tidemark_db_connections_limit"
    /// Series of one figure that are kept.
    private static let mostSeries = 50

    /// Says once what there is to say.
    package func keep() async throws {
        let moment = now()
        let wanted = try await database.transaction(in: .house) { transaction in
            try await MonitorQueries(transaction: transaction).all().compactMap { monitor -> String? in
                if case .process(let family) = monitor.metric, monitor.isOn { family } else { nil }
            }
        }
        let samples = await registry.samples(of: Set(wanted + [Self.requests, Self.connections, Self.limit]))
        let byName = Dictionary(grouping: samples, by: \.name)
        let minute = Date(timeIntervalSince1970: (moment.timeIntervalSince1970 / 60).rounded(.down) * 60)
        func figure(_ name: String, _ labels: String, _ value: Double) -> ProcessFigure {
            ProcessFigure(process: process, figure: name, labels: labels, minute: minute, value: value)
        }
        var figures: [ProcessFigure] = []
        if let requests = byName[Self.requests] {
            let faults = requests.filter { $0.labels.contains("status=\"5") }
            figures.append(figure("requests.all", "", requests.reduce(0) { $0 + $1.value }))
            figures.append(figure("requests.faults", "", faults.reduce(0) { $0 + $1.value }))
        }
        for limit in byName[Self.limit] ?? [] where limit.value > 0 {
            let leased = byName[Self.connections]?.first { $0.labels == "\(limit.labels),state=\"leased\"" }
            if let leased { figures.append(figure("database.pool", limit.labels, leased.value / limit.value * 100)) }
        }
        for family in Set(wanted) {
            for sample in (byName[family] ?? []).sorted(by: { $0.labels < $1.labels }).prefix(Self.mostSeries) {
                let suffix = sample.kind == .counter ? ":counter" : ""
                figures.append(figure("process.\(family)\(suffix)", sample.labels, sample.value))
            }
        }
        guard !figures.isEmpty else { return }
        let all = figures
        try await database.transaction(in: .house) { try await ProcessFigureQueries.write(all, at: moment, in: $0) }
    }
}
