package import Companies
package import Foundation
import Postgres

/// Connections to sources that anybody may read: there is no login, and nothing to confirm.
package enum OpenConnectionQueries {
    /// The company's connection to a source with these settings, made when it is not there yet.
    /// - Parameters:
    ///   - name: what it is called when it is made.
    ///   - everyMinutes: how often it is read, 15 to 10,080.
    ///   - actor: wants it.
    @discardableResult
    package static func ensure(
        _ source: SourceCode, name: String, settings: [String: String], everyMinutes: Int,
        by actor: AuditActor = .command, at moment: Date, in transaction: CompanyTransaction
    ) async throws -> ConnectionID {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(settings), as: UTF8.self)
        // One at a time: two that find none would make two.
        try await transaction.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(\("tidemark.open_connection " + transaction.company.description), 0))"
        )
        let known = try await transaction.fetch(
            Query<Single<UUID>>(
                """
                SELECT connection_id FROM connections WHERE company_id = \(transaction.company)
                    AND source = \(source.rawValue) AND settings = \(text) AND NOT needs_login AND revoked_at IS NULL
                """))
        if let known = known.first { return ConnectionID(rawValue: known.value) }
        let id = ConnectionID()
        try await transaction.execute(
            """
            INSERT INTO connections (company_id, connection_id, source, name, settings, created_at, needs_login,
                every_minutes)
            VALUES (\(transaction.company), \(id.rawValue), \(source.rawValue), \(name), \(text), \(moment), false,
                \(everyMinutes))
            """)
        try await transaction.record(
            AuditEvent(
                .connectionAdded, by: actor, on: AuditSubject("connection", id), facts: ["source": source.rawValue]))
        return id
    }
}
