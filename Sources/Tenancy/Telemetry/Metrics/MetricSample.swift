/// The value of one series at a moment.
package struct MetricSample: Sendable, Hashable {
    package let name: String
    package let kind: MetricKind
    /// As they stand between the braces: `role="app",state="idle"`, or nothing.
    package let labels: String
    package let value: Double

    package init(name: String, kind: MetricKind, labels: String, value: Double) {
        self.name = name
        self.kind = kind
        self.labels = labels
        self.value = value
    }
}
