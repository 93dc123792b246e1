/// What was read of figures in one look. Only of those that could be read at all: of the others nothing follows.
package struct MetricSurvey: Sendable, Hashable {
    package private(set) var readings: [MetricReading] = []
    /// Figures that were read, with or without subjects. A subject that is not among their readings is gone.
    package private(set) var metrics: Set<MonitoredMetric> = []

    package init() {}

    package mutating func add(_ metric: MonitoredMetric, _ new: [MetricReading]) {
        metrics.insert(metric)
        readings += new
    }
}
