package import Foundation

/// An alert as it is told.
package struct ToldAlert: Sendable, Hashable {
    package let id: AlertID
    package let metric: MonitoredMetric
    package let subject: String
    package let name: String
    package let severity: AlertSeverity
    package let state: AlertState
    package let value: Double
    package let threshold: Double
    package let detail: String?
    package let openedAt: Date
    package let resolvedAt: Date?
    package let resolution: AlertResolution?

    /// - Parameter value: the newest; of one that is over the worst there was.
    package init(
        id: AlertID, metric: MonitoredMetric, subject: String, name: String, severity: AlertSeverity, state: AlertState,
        value: Double, threshold: Double, detail: String?, openedAt: Date, resolvedAt: Date?,
        resolution: AlertResolution? = nil
    ) {
        self.id = id
        self.metric = metric
        self.subject = subject
        self.name = name
        self.severity = severity
        self.state = state
        self.value = value
        self.threshold = threshold
        self.detail = detail
        self.openedAt = openedAt
        self.resolvedAt = resolvedAt
        self.resolution = resolution
    }

    package init(_ row: AlertRow) {
        id = row.id
        metric = row.metric
        subject = row.subject
        name = row.name
        severity = row.severity
        state = row.state
        value = row.told
        threshold = row.threshold
        detail = row.detail
        openedAt = row.openedAt
        resolvedAt = row.resolvedAt
        resolution = row.resolution
    }

    /// What is, or was, wrong, without a full stop.
    package var sentence: String { AlertSentence.text(metric, name: name, value: value) }
}
