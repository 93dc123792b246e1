package import Companies
package import Foundation
import Postgres

/// Learned matchers; the platform's, for all companies.
package struct MatchModelQueries: Sendable {
    private let transaction: CompanyTransaction

    package init(transaction: CompanyTransaction) { self.transaction = transaction }

    /// The one that decides; nil: the built-in one does.
    func promoted() async throws -> KeptModelRow? {
        try await transaction.fetch(
            Query<KeptModelRow>(
                """
                SELECT model_id, version, kept FROM match_models
                WHERE company_id = \(CompanyID.house) AND promoted_at IS NOT NULL AND retired_at IS NULL
                ORDER BY promoted_at DESC LIMIT 1
                """)
        ).first
    }

    /// The newest first.
    package func list(limit: Int) async throws -> [MatchModelRow] {
        try await transaction.fetch(
            Query<MatchModelRow>(
                """
                SELECT version, report, learned_at, promoted_at, retired_at, promoted_at IS NOT NULL AND retired_at IS NULL
                    AND promoted_at = (SELECT max(promoted_at) FROM match_models
                        WHERE company_id = \(CompanyID.house) AND retired_at IS NULL)
                FROM match_models WHERE company_id = \(CompanyID.house)
                ORDER BY learned_at DESC, version LIMIT \(limit)
                """))
    }

    /// Only in the platform's own scope.
    func add(
        _ matcher: [UInt8], version: String, report: String, isPromoted: Bool, id: UUID, at moment: Date
    ) async throws {
        try await transaction.execute(
            """
            INSERT INTO match_models (company_id, model_id, version, kept, report, learned_at, promoted_at)
            VALUES (\(transaction.company), \(id), \(version), \(Blob(matcher)), \(report), \(moment), \(isPromoted ? moment : nil))
            """)
    }

    /// Lets a matcher decide from now on, only in the platform's own scope.
    /// - Returns: whether there is one of this version.
    package func promote(_ version: String, at moment: Date) async throws -> Bool {
        try await transaction.execute(
            """
            UPDATE match_models SET promoted_at = \(moment), retired_at = NULL
            WHERE company_id = \(transaction.company) AND version = \(version)
            """) == 1
    }

    /// The matcher that decides does so no longer, and the one before it does again; the built-in one if there is none. Only in the
    /// platform's own scope.
    /// - Returns: the version that decided; nil when it was the built-in one.
    package func rollBack(at moment: Date) async throws -> String? {
        guard let current = try await promoted() else { return nil }
        try await transaction.execute(
            "UPDATE match_models SET retired_at = \(moment) WHERE company_id = \(transaction.company) AND model_id = \(current.id)"
        )
        return current.version
    }
}
