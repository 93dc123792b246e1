package import CoreMetrics

/// What code may tell a registry of ours beyond swift-metrics. Any other back end does not hear it.
extension MetricsFactory {
    /// See `MetricsRegistry.describe`. Call it before making the series.
    package func describe(_ descriptions: [MetricDescription]) {
        (self as? MetricsRegistry)?.describe(descriptions)
    }

    /// See `MetricsRegistry.observe`.
    package func observe(
        _ name: String, _ kind: MetricKind, _ dimensions: [(String, String)] = [],
        read: @escaping @Sendable () -> Double
    ) {
        (self as? MetricsRegistry)?.observe(name, kind, dimensions, read: read)
    }

    /// See `MetricsRegistry.beforeScrape`.
    package func beforeScrape(_ name: String, _ collect: @escaping @Sendable () async -> Void) {
        (self as? MetricsRegistry)?.beforeScrape(name, collect)
    }
}
