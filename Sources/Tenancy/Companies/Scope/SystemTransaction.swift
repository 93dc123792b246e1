import Foundation
import Postgres

/// A transaction across companies, for a stated and recorded reason. It can list companies; it sees no private rows.
/// To work on one company, open a `CompanyTransaction` for it.
package struct SystemTransaction: Sendable {
    package let reason: String
    private let unit: UnitOfWork

    init(reason: String, unit: UnitOfWork) {
        self.reason = reason
        self.unit = unit
    }

    static func record(_ reason: String) -> SQL {
        "INSERT INTO system_runs (system_run_id, reason) VALUES (\(UUID()), \(reason))"
    }

    /// Every company except the house, by slug.
    package func companies() async throws -> [Company] {
        try await unit.fetch(
            Query<Company>(
                """
                SELECT company_id, slug, name, home_currency, time_zone FROM companies
                WHERE company_id <> \(CompanyID.house) ORDER BY slug
                """))
    }

    /// The company of a slug, if there is one.
    package func company(slug: String) async throws -> Company? {
        try await unit.fetch(
            Query<Company>(
                "SELECT company_id, slug, name, home_currency, time_zone FROM companies WHERE slug = \(slug)")
        ).first
    }
}
