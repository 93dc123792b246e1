package import Companies
package import Foundation
package import Postgres

/// An alert, as people see it.
package struct AlertRow: Sendable, RowDecodable {
    package let id: AlertID
    package let monitor: MonitorID
    package let metric: MonitoredMetric
    package let subject: String
    package let name: String
    package let severity: AlertSeverity
    package let state: AlertState
    package let threshold: Double
    package let latest: Double
    package let worst: Double
    package let detail: String?
    package let beganAt: ExactMoment
    package let openedAt: Date
    package let returns: Int
    package let acknowledgedAt: Date?
    package let acknowledgedBy: IdentityID?
    /// Nobody is told until then, for the alert's own sake or for its monitor's.
    package let silencedUntil: Date?
    package let resolvedAt: Date?
    package let resolution: AlertResolution?

    package init(row: inout RowReader) throws {
        id = AlertID(rawValue: try row.next())
        monitor = MonitorID(rawValue: try row.next())
        let code: String = try row.next()
        guard let metric = MonitoredMetric(code: code) else {
            throw RowProblem(column: "metric", reason: "is unknown")
        }
        self.metric = metric
        subject = try row.next()
        name = try row.next()
        let severity: String = try row.next()
        guard let severity = AlertSeverity(rawValue: severity) else {
            throw RowProblem(column: "severity", reason: "is unknown")
        }
        self.severity = severity
        let state: String = try row.next()
        guard let state = AlertState(rawValue: state) else { throw RowProblem(column: "state", reason: "is unknown") }
        self.state = state
        threshold = try row.next()
        latest = try row.next()
        worst = try row.next()
        detail = try row.nextOptional()
        beganAt = try row.next()
        openedAt = try row.next()
        returns = try row.next()
        acknowledgedAt = try row.nextOptional()
        acknowledgedBy = try row.nextOptional()
        silencedUntil = try row.nextOptional()
        resolvedAt = try row.nextOptional()
        let resolution: String? = try row.nextOptional()
        self.resolution = resolution.flatMap(AlertResolution.init(rawValue:))
    }

    /// Where it stands in a list of those that are over.
    package var cursor: RowCursor { RowCursor(moment: beganAt, id: id.rawValue) }

    /// What is wrong, without a full stop.
    package var sentence: String { AlertSentence.text(metric, name: name, value: told) }

    /// The figure that says what is wrong: the newest; of one that is over the worst there was.
    package var told: Double { state == .resolved ? worst : latest }

    package func isSilent(at moment: Date) -> Bool {
        state != .resolved && (silencedUntil.map { $0 > moment } ?? false)
    }

    /// The columns of a row, in order, of `alerts a` and `alert_monitors m`.
    static let columns: SQL = """
        a.alert_id, a.monitor_id, a.metric, a.subject, a.subject_name, a.severity, a.state, a.threshold, a.latest, a.worst,
        a.detail, a.began_at, a.opened_at, a.returns, a.acknowledged_at, a.acknowledged_by,
        greatest(a.silenced_until, m.silenced_until), a.resolved_at, a.resolution
        """
}
