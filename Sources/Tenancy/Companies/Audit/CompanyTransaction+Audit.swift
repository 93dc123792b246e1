import Postgres
import Telemetry

extension CompanyTransaction {
    /// Puts an event on record: it stands if this transaction commits, and cannot be changed afterwards. To be called last,
    /// since other events of the company wait until this transaction has ended.
    package func record(_ event: AuditEvent) async throws {
        try await execute(
            """
            INSERT INTO audit_events (company_id, action, actor_kind, actor, subject_kind, subject, facts, request)
            VALUES (\(company), \(event.action.rawValue), \(event.actor.kind), \(event.actor.id), \(event.subject?.kind),
                \(event.subject?.name), \(event.facts), \(WorkScope.current?.request))
            """)
    }
}
