package import Foundation

/// Holds figures against limits, and says what follows for the alerts there are. Pure.
///
/// One alert lives at a time for a monitor and a subject, so whatever goes on being wrong is told once. A figure that sways must be
/// beyond its limit for the monitor's patience before it is an alert, and within it for as long as the metric asks before that has
/// ended; what comes back within an hour is the same alert again, at once, and after the second time it ends only after an hour's
/// calm. So of one subject nobody hears more than three times an hour, however it flutters.
package struct AlertBook: Sendable {
    /// What comes back within so many seconds is the same.
    package static let memory = 3_600.0
    /// Returns after which an alert must be calm for as long as that.
    static let mostReturns = 2

    let monitors: [Monitor]
    let alerts: [LivingAlert]
    let now: Date

    /// - Parameter alerts: those that live, and those that recovered within the last hour.
    package init(monitors: [Monitor], alerts: [LivingAlert], at now: Date) {
        self.monitors = monitors
        self.alerts = alerts
        self.now = now
    }

    /// What a look comes to. Of metrics that could not be read nothing follows.
    package func changes(after survey: MetricSurvey) -> [AlertChange] {
        var changes: [AlertChange] = []
        let readings = Dictionary(grouping: survey.readings, by: \.metric)
        for monitor in monitors {
            let known = Dictionary(
                alerts.filter { $0.monitor == monitor.id }.map { ($0.subject, $0) }, uniquingKeysWith: newer)
            guard monitor.isOn else {
                changes += known.values.filter { $0.state != .resolved }.map { end($0, .switchedOff, nil) }
                continue
            }
            guard survey.metrics.contains(monitor.metric) else { continue }
            var seen: Set<String> = []
            for reading in readings[monitor.metric] ?? [] where seen.insert(reading.subject).inserted {
                if let change = change(reading, monitor, known[reading.subject]) { changes.append(change) }
            }
            changes += known.values.filter { $0.state != .resolved && !seen.contains($0.subject) }
                .map { end($0, .gone, nil) }
        }
        return changes
    }

    /// The living one of two, or the one that ended last.
    private func newer(_ one: LivingAlert, _ other: LivingAlert) -> LivingAlert {
        (one.resolvedAt ?? .distantFuture) >= (other.resolvedAt ?? .distantFuture) ? one : other
    }

    private func change(_ reading: MetricReading, _ monitor: Monitor, _ alert: LivingAlert?) -> AlertChange? {
        guard let value = reading.value else { return nil }
        let isBeyond = monitor.metric.side.isBeyond(value, monitor.limit(of: reading))
        guard let alert, alert.state != .resolved else {
            guard isBeyond else { return nil }
            // Somebody who closed one has seen it; only what recovered by itself is the same when it comes back.
            if let alert, let end = alert.resolvedAt, now.timeIntervalSince(end) < Self.memory {
                return .bringBack(alert.id, reading)
            }
            return .begin(monitor.id, reading, isOpen: monitor.patience == 0)
        }
        guard isBeyond else { return within(reading, monitor, alert) }
        if alert.state == .pending {
            let waited = now.timeIntervalSince(alert.beganAt)
            return waited >= Double(monitor.patience)
                ? .open(alert.id, reading) : .hold(alert.id, reading, isWorse: false)
        }
        let worse = monitor.metric.side.worse(value, alert.worst)
        return .hold(alert.id, reading, isWorse: worse != alert.worst)
    }

    private func within(_ reading: MetricReading, _ monitor: Monitor, _ alert: LivingAlert) -> AlertChange {
        if alert.state == .pending { return .forget(alert.id) }
        let needed = alert.returns >= Self.mostReturns ? max(monitor.metric.calm, Self.memory) : monitor.metric.calm
        let waited = alert.calmSince.map { now.timeIntervalSince($0) } ?? 0
        return waited >= needed ? .resolve(alert.id, .recovered, reading) : .calm(alert.id, reading)
    }

    private func end(_ alert: LivingAlert, _ resolution: AlertResolution, _ reading: MetricReading?) -> AlertChange {
        alert.state == .pending ? .forget(alert.id) : .resolve(alert.id, resolution, reading)
    }
}
