import Foundation
import Postgres
import Vault

/// Looks up who presents a token. The database is asked each time, so a token that was revoked is worth nothing at the
/// next request, in every process.
package struct APIClients: Sendable {
    private let database: CompanyDatabase

    package init(database: CompanyDatabase) { self.database = database }

    /// Whose token it is; nil for one that is unknown, ended or was revoked.
    package func client(of token: APIToken) async throws -> APIClient? {
        try await find(
            Query("SELECT \(APIClient.columns) FROM auth_api_token(\(Blob(token.hash.bytes)), NULL, NULL)"))
    }

    /// The same by the token's id, for what was made from it.
    package func client(of token: APITokenID, in company: CompanyID) async throws -> APIClient? {
        try await find(
            Query("SELECT \(APIClient.columns) FROM auth_api_token(NULL, \(company), \(token.rawValue))"))
    }

    private func find(_ query: Query<APIClient>) async throws -> APIClient? {
        try await database.auth.withConnection { connection in
            let client = try await connection.fetch(query).first
            if let client, client.isStale {
                try await connection.execute(
                    "SELECT auth_touch_api_token(\(client.company.id), \(client.token.rawValue))")
            }
            return client
        }
    }
}
