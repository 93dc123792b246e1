package import Companies
package import Foundation
package import Postgres

/// A connection as people see it. There are no secrets in it, only which ones are stored and since when.
package struct ConnectionRow: Sendable, RowDecodable {
    package let id: ConnectionID
    package let source: String
    package let name: String
    package let settings: [String: String]
    package let health: ConnectionHealth
    package let healthNote: String?
    package let checkedAt: Date?
    /// When the session or the login ends; nil when nobody knows.
    package let expiresAt: Date?
    package let createdAt: Date
    /// Nil for a connection that the platform made for itself.
    package let createdBy: IdentityID?
    /// Nil, as the two after it, for a source that needs no login.
    package let confirmedAt: Date?
    package let confirmedBy: IdentityID?
    package let confirmationVersion: Int?
    package let revokedAt: Date?
    /// The fields of the stored credentials, sorted. Never their values.
    package let storedFields: [String]
    /// When the credentials were last written; nil once they are removed.
    package let credentialsWrittenAt: Date?
    package let needsLogin: Bool
    /// How often it is read.
    package let everyMinutes: Int
    package let pausedAt: Date?

    package init(row: inout RowReader) throws {
        id = ConnectionID(rawValue: try row.next())
        source = try row.next()
        name = try row.next()
        let settings: String = try row.next()
        self.settings = (try? JSONDecoder().decode([String: String].self, from: Data(settings.utf8))) ?? [:]
        let health: String = try row.next()
        guard let health = ConnectionHealth(rawValue: health) else {
            throw RowProblem(column: "health", reason: "is unknown")
        }
        self.health = health
        healthNote = try row.nextOptional()
        checkedAt = try row.nextOptional()
        expiresAt = try row.nextOptional()
        createdAt = try row.next()
        createdBy = try row.nextOptional()
        confirmedAt = try row.nextOptional()
        confirmedBy = try row.nextOptional()
        confirmationVersion = try row.nextOptional()
        revokedAt = try row.nextOptional()
        storedFields = try row.next()
        credentialsWrittenAt = try row.nextOptional()
        needsLogin = try row.next()
        everyMinutes = try row.next()
        pausedAt = try row.nextOptional()
    }

    /// Everything about connections that is no secret, newest first.
    static func all(of company: CompanyID, only id: ConnectionID? = nil, withRevoked: Bool) -> Query<ConnectionRow> {
        Query(
            """
            SELECT c.connection_id, c.source, c.name, c.settings, c.health, c.health_note, c.checked_at, c.expires_at,
                c.created_at, c.created_by, k.confirmed_at, k.confirmed_by, k.text_version, c.revoked_at,
                ARRAY(SELECT s.field FROM connection_secrets s WHERE s.company_id = c.company_id
                    AND s.connection_id = c.connection_id AND s.purpose = 'credential' ORDER BY s.field),
                (SELECT max(s.written_at) FROM connection_secrets s WHERE s.company_id = c.company_id
                    AND s.connection_id = c.connection_id AND s.purpose = 'credential'),
                c.needs_login, c.every_minutes, c.paused_at
            FROM connections c
            LEFT JOIN connection_confirmations k ON k.company_id = c.company_id AND k.confirmation_id = c.confirmation_id
            WHERE c.company_id = \(company) AND (\(id?.rawValue)::uuid IS NULL OR c.connection_id = \(id?.rawValue))
                AND (\(withRevoked) OR c.revoked_at IS NULL)
            ORDER BY c.created_at DESC, c.connection_id
            """)
    }
}
