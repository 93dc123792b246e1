package import Companies
package import Connections
package import Connectors
import Foundation

/// The first records of a connection, read with its stored login.
package struct ConnectionPreview: Sendable {
    private let access: SourceAccess
    private let uses: CredentialUseQueries

    package init(access: SourceAccess, uses: CredentialUseQueries) {
        self.access = access
        self.uses = uses
    }

    /// - Parameter who: answers for the use of the login.
    /// - Throws: `RunTrouble`, for a person to read; `ConnectionProblem`, `VaultProblem`.
    package func read(
        _ connection: ConnectionID, in company: CompanyID, _ connector: Connector, for who: RunOccasion,
        category: String? = nil, limit: Int
    ) async throws -> SourcePreview {
        try await uses.open(connection, in: company, .credential, for: who.use(.test)) { facts, secrets in
            guard let login = LoginSource.find(facts.source.rawValue)?.login(from: { secrets[$0] }) else {
                throw RunTrouble(.noLogin, .end, "a field of the login is missing")
            }
            return try await SourcePreview.read(
                connector, through: access, login: login, category: category, limit: limit)
        }
    }
}
