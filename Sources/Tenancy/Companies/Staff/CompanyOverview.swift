package import Foundation
package import Postgres

/// A company as the platform's staff see it: nothing of what it sells, buys or watches.
package struct CompanyOverview: Sendable, RowDecodable {
    package let company: Company
    package let createdAt: Date
    package let members: Int

    package init(row: inout RowReader) throws {
        company = try Company(row: &row)
        createdAt = try row.next()
        members = try row.next()
    }

    /// All but the house, by name.
    package static func all(_ database: CompanyDatabase) async throws -> [CompanyOverview] {
        try await database.asWorker(
            Query<CompanyOverview>(
                """
                SELECT company_id, slug, name, home_currency, time_zone, created_at, members FROM worker_companies()
                """))
    }
}
