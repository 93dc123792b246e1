/// What somebody wants of a monitor.
package struct MonitorChange: Sendable, Hashable {
    package let threshold: Double
    /// Minutes, 0 to 1,440.
    package let patienceMinutes: Int
    package let severity: AlertSeverity
    package let isOn: Bool

    package init(threshold: Double, patienceMinutes: Int, severity: AlertSeverity, isOn: Bool) {
        self.threshold = threshold
        self.patienceMinutes = patienceMinutes
        self.severity = severity
        self.isOn = isOn
    }

    /// - Throws: `MonitorProblem` for what makes no sense for the figure.
    func check(_ metric: MonitoredMetric) throws(MonitorProblem) {
        guard metric.range.contains(threshold) else { throw .threshold(metric.range, metric.unit) }
        guard (0...1_440).contains(patienceMinutes) else { throw .patience }
    }
}
