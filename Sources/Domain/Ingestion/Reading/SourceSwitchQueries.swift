package import Companies
package import Connections
package import Foundation
package import Postgres

/// Switches sources off and on, and pauses connections.
package struct SourceSwitchQueries: Sendable {
    private let transaction: CompanyTransaction

    /// - Parameter transaction: the house's switches a source off for every company; another's only for itself.
    package init(transaction: CompanyTransaction) { self.transaction = transaction }

    /// No run begins any more, and those under way end after the page they are at.
    package func stop(_ source: SourceCode, reason: String, by actor: AuditActor, at moment: Date) async throws {
        let text = String(reason.trimmingCharacters(in: .whitespacesAndNewlines).prefix(400))
        try await transaction.execute(
            """
            INSERT INTO source_stops (company_id, source, reason, stopped_at, stopped_by)
            VALUES (\(transaction.company), \(source.rawValue), \(text.isEmpty ? "no reason given" : text), \(moment),
                \(actor.id))
            ON CONFLICT (company_id, source) DO UPDATE SET reason = excluded.reason
            """)
        try await transaction.record(
            AuditEvent(.sourceStopped, by: actor, on: AuditSubject("source", source.rawValue)))
    }

    /// - Returns: whether it was off.
    @discardableResult
    package func start(_ source: SourceCode, by actor: AuditActor) async throws -> Bool {
        let removed = try await transaction.execute(
            """
            DELETE FROM source_stops WHERE company_id = \(transaction.company) AND source = \(source.rawValue)
            """)
        guard removed > 0 else { return false }
        try await transaction.record(AuditEvent(.sourceStarted, by: actor, on: AuditSubject("source", source.rawValue)))
        return true
    }

    /// Pauses a connection, or has it read again.
    /// - Returns: whether that changed anything.
    @discardableResult
    package func set(
        paused: Bool, _ connection: ConnectionID, by actor: AuditActor, at moment: Date
    ) async throws -> Bool {
        let changed = try await transaction.execute(
            """
            UPDATE connections SET paused_at = \(paused ? moment : nil), paused_by = \(paused ? actor.id : nil)
            WHERE company_id = \(transaction.company) AND connection_id = \(connection.rawValue) AND revoked_at IS NULL
                AND (paused_at IS NULL) = \(paused)
            """)
        guard changed > 0 else { return false }
        try await transaction.record(
            AuditEvent(
                paused ? .connectionPaused : .connectionResumed, by: actor,
                on: AuditSubject("connection", connection)))
        return true
    }

    /// Sources that are switched off for the company, by itself or by the platform.
    package func stops() async throws -> [SourceStopRow] {
        try await transaction.fetch(
            Query<SourceStopRow>(
                """
                SELECT source, reason, company_id = \(CompanyID.house) FROM source_stops
                WHERE company_id IN (\(transaction.company), \(CompanyID.house)) ORDER BY source, company_id
                """))
    }
}

/// A source that is switched off.
package struct SourceStopRow: Sendable, RowDecodable {
    package let source: String
    package let reason: String
    /// By the platform, for every company.
    package let isPlatforms: Bool

    package init(row: inout RowReader) throws {
        source = try row.next()
        reason = try row.next()
        isPlatforms = try row.next()
    }
}
