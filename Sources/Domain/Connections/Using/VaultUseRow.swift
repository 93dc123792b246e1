package import Companies
package import Foundation
package import Postgres

/// A record of one use of secrets.
package struct VaultUseRow: Sendable, RowDecodable {
    package let id: UUID
    package let usedAt: Date
    package let reason: UseReason
    package let fields: [String]
    package let person: IdentityID?
    package let job: UUID?
    package let run: UUID?

    package init(row: inout RowReader) throws {
        id = try row.next()
        usedAt = try row.next()
        let reason: String = try row.next()
        guard let reason = UseReason(rawValue: reason) else { throw RowProblem(column: "reason", reason: "is unknown") }
        self.reason = reason
        fields = try row.next()
        person = try row.nextOptional()
        job = try row.nextOptional()
        run = try row.nextOptional()
    }

    static func newest(of connection: ConnectionID, in company: CompanyID, limit: Int) -> Query<VaultUseRow> {
        Query(
            """
            SELECT use_id, used_at, reason, fields, used_by, job_id, run_id FROM vault_uses
            WHERE company_id = \(company) AND connection_id = \(connection.rawValue)
            ORDER BY used_at DESC, use_id LIMIT \(literal: limit)
            """)
    }
}
