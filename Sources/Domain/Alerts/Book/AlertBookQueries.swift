import Companies
import Foundation
import Postgres

/// What a look at the figures reads and writes of a company's alerts.
struct AlertBookQueries {
    let transaction: CompanyTransaction
    let now: Date

    /// One look at a time: two that see the same would both begin an alert.
    func lock() async throws {
        try await transaction.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(\("tidemark.alerts " + transaction.company.description), 0))"
        )
    }

    /// Alerts that live, and the last of each monitor and subject that recovered lately.
    func alerts() async throws -> [LivingAlert] {
        try await transaction.fetch(
            Query<LivingAlert>(
                """
                SELECT alert_id, monitor_id, subject, state, worst, began_at, calm_since, returns, resolved_at FROM alerts
                WHERE company_id = \(transaction.company) AND (state <> 'resolved'
                    OR resolution = 'recovered' AND resolved_at > \(now - AlertBook.memory))
                """))
    }

    /// Seconds for which it is kept what was wrong, and what was told of it.
    static let kept = 365.0 * 86_400
    static let deliveriesKept = 90.0 * 86_400

    /// Lets go of what is old, some at a time. What was told of an alert that lives is kept with it: it would be told again.
    func forget() async throws {
        _ = try await transaction.execute(
            all: [
                """
                DELETE FROM alerts a USING (SELECT alert_id FROM alerts WHERE company_id = \(transaction.company)
                    AND state = 'resolved' AND resolved_at < \(now - Self.kept) LIMIT 200) AS old
                WHERE a.company_id = \(transaction.company) AND a.alert_id = old.alert_id
                """,
                """
                DELETE FROM alert_deliveries d USING (
                    SELECT o.delivery_id FROM alert_deliveries o WHERE o.company_id = \(transaction.company)
                        AND o.queued_at < \(now - Self.deliveriesKept) AND o.state <> 'queued'
                        AND NOT EXISTS (SELECT FROM alert_tellings t JOIN alerts a ON a.company_id = t.company_id
                            AND a.alert_id = t.alert_id WHERE t.company_id = o.company_id AND t.delivery_id = o.delivery_id
                            AND a.state <> 'resolved') LIMIT 200) AS old
                WHERE d.company_id = \(transaction.company) AND d.delivery_id = old.delivery_id
                """,
            ])
    }

    /// Writes what a look came to.
    func write(_ changes: [AlertChange], _ monitors: [Monitor]) async throws {
        let known = Dictionary(uniqueKeysWithValues: monitors.map { ($0.metric, $0) })
        let all = changes.flatMap { statements($0, known) }
        // A storm may be of thousands.
        for start in stride(from: 0, to: all.count, by: 500) {
            _ = try await transaction.execute(all: Array(all[start..<min(start + 500, all.count)]))
        }
    }

    private func statements(_ change: AlertChange, _ monitors: [MonitoredMetric: Monitor]) -> [SQL] {
        switch change {
        case .begin(_, let reading, let isOpen):
            guard let monitor = monitors[reading.metric], let value = reading.value else { return [] }
            let id = AlertID()
            let begin: SQL = """
                INSERT INTO alerts (company_id, alert_id, monitor_id, metric, subject, subject_name, severity, state,
                    threshold, latest, worst, detail, began_at, opened_at)
                VALUES (\(transaction.company), \(id.rawValue), \(monitor.id.rawValue), \(monitor.metric.code),
                    \(reading.subject), \(Self.cut(reading.name, 300)), \(monitor.severity.rawValue),
                    \(isOpen ? AlertState.open.rawValue : AlertState.pending.rawValue),
                    \(monitor.limit(of: reading)), \(value), \(value), \(reading.detail.map { Self.cut($0, 600) }), \(now),
                    \(isOpen ? now : nil))
                """
            return isOpen ? [begin, event(id, .opened, value)] : [begin]
        case .open(let id, let reading):
            return [
                update(id, reading, monitors, also: ", state = 'open', opened_at = \(now), calm_since = NULL"),
                event(id, .opened, reading.value),
            ]
        case .forget(let id):
            return [
                "DELETE FROM alerts WHERE \(row(id)) AND state = 'pending'"
            ]
        case .hold(let id, let reading, let isWorse):
            let hold = update(id, reading, monitors, also: ", calm_since = NULL")
            return isWorse ? [hold, event(id, .worsened, reading.value)] : [hold]
        case .calm(let id, let reading):
            return [update(id, reading, monitors, also: ", calm_since = coalesce(calm_since, \(now))")]
        case .resolve(let id, let resolution, let reading):
            let latest: SQL = reading?.value.map { ", latest = \($0)" } ?? ""
            // Somebody may have closed it meanwhile: it ends once.
            return [
                """
                WITH ended AS (
                    UPDATE alerts SET state = 'resolved', resolved_at = \(now), resolution = \(resolution.rawValue),
                        calm_since = coalesce(calm_since, \(now)) \(latest)
                    WHERE \(row(id)) AND state <> 'resolved' RETURNING alert_id)
                INSERT INTO alert_events (company_id, alert_id, event_id, happened_at, kind, value)
                SELECT \(transaction.company), alert_id, \(UUID()), \(now), \(AlertEventKind.resolved.rawValue),
                    \(reading?.value) FROM ended
                """
            ]
        case .bringBack(let id, let reading):
            return [
                update(
                    id, reading, monitors,
                    also: """
                        , state = 'open', resolved_at = NULL, resolution = NULL, calm_since = NULL, acknowledged_at = NULL,
                        acknowledged_by = NULL, returns = returns + 1
                        """),
                event(id, .returned, reading.value),
            ]
        }
    }

    private func row(_ id: AlertID) -> SQL { "company_id = \(transaction.company) AND alert_id = \(id.rawValue)" }

    /// With the limit and the severity of the monitor as it is now: somebody may have changed it since.
    private func update(
        _ id: AlertID, _ reading: MetricReading, _ monitors: [MonitoredMetric: Monitor], also more: SQL
    ) -> SQL {
        let worse: SQL = reading.metric.side == .below ? "least" : "greatest"
        let monitor = monitors[reading.metric]
        return """
            UPDATE alerts SET latest = coalesce(\(reading.value), latest), worst = \(worse)(worst, \(reading.value)),
                subject_name = \(Self.cut(reading.name, 300)), detail = \(reading.detail.map { Self.cut($0, 600) }),
                threshold = coalesce(\(monitor.map { $0.limit(of: reading) }), threshold),
                severity = coalesce(\(monitor?.severity.rawValue), severity) \(more)
            WHERE \(row(id))
            """
    }

    private func event(_ id: AlertID, _ kind: AlertEventKind, _ value: Double?) -> SQL {
        """
        INSERT INTO alert_events (company_id, alert_id, event_id, happened_at, kind, value)
        SELECT \(transaction.company), \(id.rawValue), \(UUID()), \(now), \(kind.rawValue), \(value)
        WHERE EXISTS (SELECT FROM alerts WHERE \(row(id)))
        """
    }

    private static func cut(_ text: String, _ most: Int) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value != 0 }.prefix(most)))
    }
}
