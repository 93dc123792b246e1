package import Companies
package import Foundation
import Postgres

/// The sources of a company.
package enum SourceQueries {
    /// The source of a slug, made when it is not there yet.
    package static func findOrCreate(
        slug: String, title: String, id: UUID, at moment: Date, in transaction: CompanyTransaction
    ) async throws -> SourceID {
        try await transaction.execute(
            """
            INSERT INTO sources (company_id, source_id, slug, title, created_at)
            VALUES (\(transaction.company), \(id), \(slug), \(title), \(moment))
            ON CONFLICT (company_id, slug) DO NOTHING
            """)
        let rows = try await transaction.fetch(
            Query<Single<UUID>>(
                "SELECT source_id FROM sources WHERE company_id = \(transaction.company) AND slug = \(slug)"))
        guard let row = rows.first else {
            throw DatabaseError(state: .unreadableRow, message: "the source vanished while it was made")
        }
        return SourceID(rawValue: row.value)
    }
}
