package import Foundation
import Postgres
import Vault

/// Requests counted in the database, for all processes together.
package struct RequestCounts: Sendable {
    private let database: CompanyDatabase

    package init(database: CompanyDatabase) { self.database = database }

    /// Takes requests from a bucket. In sum never more than `most` in a window, whoever takes them.
    /// - Parameters:
    ///   - bucket: names what is counted.
    ///   - wanted: how many to take at once.
    ///   - moment: the caller's clock.
    package func take(_ wanted: Int, of most: Int, from bucket: String, at moment: Date) async throws -> TakenRequests?
    {
        try await database.auth.fetch(
            Query<TakenRequests>(
                """
                SELECT granted, remaining, reset_seconds
                FROM auth_take_requests(\(Blob(sha256(Array(bucket.utf8)))), \(most), \(wanted), \(moment))
                """)
        ).first
    }
}
