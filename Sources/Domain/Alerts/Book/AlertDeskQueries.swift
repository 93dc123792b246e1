package import Companies
package import Foundation
package import Postgres

/// Alerts as people look at them, and what people do with them.
package struct AlertDeskQueries: Sendable {
    private let transaction: CompanyTransaction

    package init(transaction: CompanyTransaction) { self.transaction = transaction }

    /// What came of an act.
    package enum Outcome: Sendable, Hashable {
        case done
        /// It was so already, or is over.
        case nothing
    }

    /// Alerts that are not over: the ones that wait first, then the worst, then the newest.
    package static func living(of company: CompanyID, limit: Int) -> Query<AlertRow> {
        rows(
            """
            a.company_id = \(company) AND a.state IN ('open', 'acknowledged')
            ORDER BY a.state = 'acknowledged', CASE a.severity WHEN 'critical' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END,
                a.began_at DESC, a.alert_id LIMIT \(limit)
            """)
    }

    /// Alerts that are over, the newest first.
    /// - Parameter cursor: of a further page, the last one of the page before.
    package static func resolved(
        of company: CompanyID, after cursor: RowCursor? = nil, limit: Int
    ) -> Query<AlertRow> {
        let rest: SQL = cursor.map { "AND (a.began_at, a.alert_id) < (\($0.moment), \($0.id))" } ?? ""
        return rows(
            """
            a.company_id = \(company) AND a.state = 'resolved' \(rest)
            ORDER BY a.began_at DESC, a.alert_id DESC LIMIT \(limit)
            """)
    }

    /// One alert; none for another company's, and for one that nobody sees yet.
    package static func one(_ id: AlertID, of company: CompanyID) -> Query<AlertRow> {
        rows("a.company_id = \(company) AND a.alert_id = \(id.rawValue) AND a.state <> 'pending'")
    }

    static func rows(_ condition: SQL) -> Query<AlertRow> {
        Query(
            """
            SELECT \(AlertRow.columns) FROM alerts a
            JOIN alert_monitors m ON m.company_id = a.company_id AND m.monitor_id = a.monitor_id WHERE \(condition)
            """)
    }

    /// What happened to an alert, oldest first.
    package static func events(of id: AlertID, in company: CompanyID) -> Query<AlertEventRow> {
        Query(
            """
            SELECT happened_at, kind, value, person, actor FROM alert_events
            WHERE company_id = \(company) AND alert_id = \(id.rawValue) ORDER BY happened_at, event_id LIMIT 500
            """)
    }

    /// Somebody looks after it: it is not told again.
    package func acknowledge(_ id: AlertID, by actor: AuditActor, at moment: Date) async throws -> Outcome {
        let changed = try await transaction.execute(
            """
            UPDATE alerts SET state = 'acknowledged', acknowledged_at = \(moment),
                acknowledged_by = \(actor.person)
            WHERE \(row(id)) AND state = 'open'
            """)
        return try await note(changed, id, .acknowledged, .alertAcknowledged, by: actor, at: moment)
    }

    /// Nobody is told until then; nil ends that.
    package func silence(
        _ id: AlertID, until end: Date?, by actor: AuditActor, at moment: Date
    ) async throws -> Outcome {
        let changed = try await transaction.execute(
            """
            UPDATE alerts SET silenced_until = \(end) WHERE \(row(id)) AND state IN ('open', 'acknowledged')
                AND silenced_until IS DISTINCT FROM \(end)
            """)
        return try await note(
            changed, id, end == nil ? .unsilenced : .silenced, .alertSilenced, by: actor, at: moment,
            facts: ["until": end.map { $0.formatted(.iso8601) } ?? "now"])
    }

    /// Ends it by hand. What goes on being wrong is a new alert at the next look.
    package func close(_ id: AlertID, by actor: AuditActor, at moment: Date) async throws -> Outcome {
        let changed = try await transaction.execute(
            """
            UPDATE alerts SET state = 'resolved', resolved_at = \(moment), resolution = 'closed'
            WHERE \(row(id)) AND state IN ('open', 'acknowledged')
            """)
        return try await note(changed, id, .resolved, .alertClosed, by: actor, at: moment)
    }

    private func row(_ id: AlertID) -> SQL { "company_id = \(transaction.company) AND alert_id = \(id.rawValue)" }

    private func note(
        _ changed: Int, _ id: AlertID, _ kind: AlertEventKind, _ action: AuditAction, by actor: AuditActor,
        at moment: Date,
        facts: [String: String] = [:]
    ) async throws -> Outcome {
        guard changed == 1 else { return .nothing }
        try await transaction.execute(
            """
            INSERT INTO alert_events (company_id, alert_id, event_id, happened_at, kind, person, actor, note)
            VALUES (\(transaction.company), \(id.rawValue), \(UUID()), \(moment), \(kind.rawValue), \(actor.person),
                \(actor.kind), \(facts["until"]))
            """)
        try await transaction.record(AuditEvent(action, by: actor, on: AuditSubject("alert", id), facts: facts))
        return .done
    }
}
