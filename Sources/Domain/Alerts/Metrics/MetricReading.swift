/// What a figure is, of one subject, at this moment.
package struct MetricReading: Sendable, Hashable {
    package let metric: MonitoredMetric
    /// What it is about, such as a connection's id; empty for the company, or the platform, as a whole.
    package let subject: String
    /// The same for people.
    package let name: String
    /// Nil when there is nothing to say: too few readings, a process that is silent. An alert stays what it is.
    package let value: Double?
    /// What this subject may have besides what every subject of the monitor may, in the metric's unit: 0, or more.
    package let allowance: Double
    /// What else is known, for a person: a sentence, such as what the last failure was.
    package let detail: String?

    package init(
        _ metric: MonitoredMetric, subject: String = "", name: String, value: Double?, allowance: Double = 0,
        detail: String? = nil
    ) {
        self.metric = metric
        self.subject = subject
        self.name = name
        // What is not a number is nothing to hold against a limit.
        self.value = value.flatMap { $0.isFinite ? $0 : nil }
        self.allowance = max(allowance, 0)
        self.detail = detail
    }
}
