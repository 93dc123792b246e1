package import Foundation
import Postgres
import Vault

/// Looks up who presents a token and counts the request, in one round trip. The database is asked each time, so a token
/// that was revoked is worth nothing at the next request, in every process.
package struct APIClients: Sendable {
    /// Requests a minute that one token may make, whoever uses it from wherever.
    package static let usualTokenLimit = 100
    /// Requests a minute that all tokens of a company may make.
    package static let usualCompanyLimit = 1_000

    private let database: CompanyDatabase
    private let tokenLimit: Int
    private let companyLimit: Int
    private let now: @Sendable () -> Date

    /// - Parameters:
    ///   - tokenLimit: requests a minute of one token.
    ///   - companyLimit: requests a minute of all tokens of a company.
    ///   - now: the clock that minutes are counted by.
    package init(
        database: CompanyDatabase, tokenLimit: Int = Self.usualTokenLimit, companyLimit: Int = Self.usualCompanyLimit,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.database = database
        self.tokenLimit = tokenLimit
        self.companyLimit = companyLimit
        self.now = now
    }

    /// Whose token it is; nil for one that is unknown, ended or was revoked.
    package func call(with token: APIToken) async throws -> APICall? {
        try await database.auth.fetch(
            Query<APICall>(
                """
                SELECT \(APICall.columns)
                FROM auth_call_api(\(Blob(token.hash.bytes)), NULL, NULL, \(tokenLimit), \(companyLimit), \(now()))
                """)
        ).first
    }

    /// The same by the token's id, for what was made from it.
    package func call(with token: APITokenID, in company: CompanyID) async throws -> APICall? {
        try await database.auth.fetch(
            Query<APICall>(
                """
                SELECT \(APICall.columns)
                FROM auth_call_api(NULL, \(company), \(token.rawValue), \(tokenLimit), \(companyLimit), \(now()))
                """)
        ).first
    }
}
