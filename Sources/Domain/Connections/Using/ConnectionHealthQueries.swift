package import Companies
package import Foundation
import Postgres

/// Notes how reading a connection went, for connections with and without a login.
package enum ConnectionHealthQueries {
    /// - Parameter note: a sentence for the company's admins; cut after 400 characters. Never a secret.
    package static func note(
        _ health: ConnectionHealth, _ note: String?, of connection: ConnectionID, at moment: Date,
        in transaction: CompanyTransaction
    ) async throws {
        let note = note.map { String(String.UnicodeScalarView($0.unicodeScalars.prefix(400))) }
        try await transaction.execute(
            """
            UPDATE connections SET health = \(health.rawValue), health_note = \(note), checked_at = \(moment)
            WHERE company_id = \(transaction.company) AND connection_id = \(connection.rawValue) AND revoked_at IS NULL
            """)
    }
}
