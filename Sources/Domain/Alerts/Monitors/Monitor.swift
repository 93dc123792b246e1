package import Foundation

/// A figure and the limit a company holds it against.
package struct Monitor: Sendable, Hashable {
    package let id: MonitorID
    package let metric: MonitoredMetric
    package let threshold: Double
    /// Seconds the figure must be beyond the limit before it is an alert.
    package let patience: Int
    package let severity: AlertSeverity
    package let isOn: Bool
    /// One that everybody has.
    package let isDefault: Bool
    /// Nobody hears of its alerts until then.
    package let silencedUntil: Date?

    package init(
        id: MonitorID, metric: MonitoredMetric, threshold: Double, patience: Int, severity: AlertSeverity, isOn: Bool,
        isDefault: Bool, silencedUntil: Date?
    ) {
        self.id = id
        self.metric = metric
        self.threshold = threshold
        self.patience = patience
        self.severity = severity
        self.isOn = isOn
        self.isDefault = isDefault
        self.silencedUntil = silencedUntil
    }

    /// The limit a reading is held against, in the metric's unit.
    func limit(of reading: MetricReading) -> Double { threshold + reading.allowance }
}
