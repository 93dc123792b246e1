package import Companies
package import Foundation
import Postgres

/// A company's monitors, as its admins look after them.
package struct MonitorQueries: Sendable {
    private let transaction: CompanyTransaction

    package init(transaction: CompanyTransaction) { self.transaction = transaction }

    /// Makes the monitors everybody has, as far as they are not there.
    /// - Returns: all monitors.
    package func ensure(at moment: Date) async throws -> [Monitor] {
        let known = try await stored()
        let missing = missing(known)
        guard !missing.isEmpty else { return sorted(known) }
        _ = try await transaction.execute(
            all: missing.map { monitor in
                """
                INSERT INTO alert_monitors (company_id, monitor_id, metric, threshold, patience_seconds, severity, is_on,
                    is_default, changed_at)
                VALUES (\(transaction.company), \(monitor.id.rawValue), \(monitor.metric.code), \(monitor.threshold),
                    \(monitor.patience), \(monitor.severity.rawValue), true, true, \(moment))
                ON CONFLICT (company_id, metric) DO NOTHING
                """
            })
        return sorted(try await stored())
    }

    /// All of them, in the order people see them; those everybody has also before they are made.
    package func all() async throws -> [Monitor] {
        let known = try await stored()
        return sorted(known + missing(known))
    }

    private func stored() async throws -> [Monitor] {
        try await transaction.fetch(
            Query<Monitor>("SELECT \(Monitor.columns) FROM alert_monitors WHERE company_id = \(transaction.company)"))
    }

    private func missing(_ known: [Monitor]) -> [Monitor] {
        MonitoredMetric.named.filter { metric in
            (!metric.isPlatforms || transaction.company == .house) && !known.contains { $0.metric == metric }
        }.map { metric in
            Monitor(
                id: MonitorID(), metric: metric, threshold: metric.usualThreshold, patience: metric.usualPatience,
                severity: metric.usualSeverity, isOn: true, isDefault: true, silencedUntil: nil)
        }
    }

    private func sorted(_ monitors: [Monitor]) -> [Monitor] {
        let order = Dictionary(uniqueKeysWithValues: MonitoredMetric.named.enumerated().map { ($1, $0) })
        return monitors.sorted {
            (order[$0.metric] ?? .max, $0.metric.code) < (order[$1.metric] ?? .max, $1.metric.code)
        }
    }

    /// - Throws: `MonitorProblem`.
    package func change(
        _ metric: MonitoredMetric, _ change: MonitorChange, by actor: AuditActor, at moment: Date
    ) async throws {
        try change.check(metric)
        _ = try await ensure(at: moment)
        let changed = try await transaction.execute(
            """
            UPDATE alert_monitors SET threshold = \(change.threshold), patience_seconds = \(change.patienceMinutes * 60),
                severity = \(change.severity.rawValue), is_on = \(change.isOn), changed_at = \(moment),
                changed_by = \(actor.id)
            WHERE company_id = \(transaction.company) AND metric = \(metric.code)
            """)
        guard changed == 1 else { throw MonitorProblem.unknown }
        try await transaction.record(
            AuditEvent(
                .monitorChanged, by: actor, on: AuditSubject("monitor", metric.code),
                facts: [
                    "threshold": "\(change.threshold)", "severity": change.severity.rawValue,
                    "on": change.isOn ? "yes" : "no",
                ]))
    }

    /// Nobody hears of a monitor's alerts for a while; nil ends that.
    /// - Throws: `MonitorProblem.unknown`.
    package func silence(
        _ metric: MonitoredMetric, until end: Date?, by actor: AuditActor, at moment: Date
    ) async throws {
        _ = try await ensure(at: moment)
        let changed = try await transaction.execute(
            """
            UPDATE alert_monitors SET silenced_until = \(end)
            WHERE company_id = \(transaction.company) AND metric = \(metric.code)
            """)
        guard changed == 1 else { throw MonitorProblem.unknown }
        try await transaction.record(
            AuditEvent(
                .monitorSilenced, by: actor, on: AuditSubject("monitor", metric.code),
                facts: ["until": end.map { $0.formatted(.iso8601) } ?? "now"]))
    }

    /// Watches a figure that processes tell of themselves; the platform's alone.
    /// - Parameter family: as at /metrics.
    /// - Throws: `MonitorProblem`.
    package func add(_ family: String, threshold: Double, by actor: AuditActor, at moment: Date) async throws {
        guard case .process? = MonitoredMetric(code: "process." + family),
            let metric = MonitoredMetric(code: "process." + family), transaction.company == .house
        else { throw MonitorProblem.figure }
        guard metric.range.contains(threshold) else { throw MonitorProblem.threshold(metric.range, metric.unit) }
        let id = MonitorID()
        let added = try await transaction.execute(
            """
            INSERT INTO alert_monitors (company_id, monitor_id, metric, threshold, patience_seconds, severity, is_on,
                is_default, changed_at, changed_by)
            VALUES (\(transaction.company), \(id.rawValue), \(metric.code), \(threshold), \(metric.usualPatience),
                \(metric.usualSeverity.rawValue), true, false, \(moment), \(actor.id))
            ON CONFLICT (company_id, metric) DO NOTHING
            """)
        guard added == 1 else { throw MonitorProblem.taken }
        try await transaction.record(
            AuditEvent(
                .monitorChanged, by: actor, on: AuditSubject("monitor", metric.code),
                facts: ["threshold": "\(threshold)", "on": "yes"]))
    }
}
