package import Companies
package import Foundation
package import Vault

/// Tries the credentials of a connection because a person wants to know.
package struct ConnectionTest: Sendable {
    private let uses: CredentialUseQueries
    private let database: CompanyDatabase
    private let probes: [SourceCode: any ConnectionProbe]

    /// - Parameter probes: one per source that can be tried.
    package init(database: CompanyDatabase, vault: SecretVault, probes: [SourceCode: any ConnectionProbe]) {
        self.database = database
        uses = CredentialUseQueries(database: database, vault: vault)
        self.probes = probes
    }

    /// Tries the credentials and keeps what came of it on the connection.
    /// - Returns: nil when this kind of source cannot be tried yet: nothing is opened and nothing is claimed.
    /// - Throws: `ConnectionProblem.unknown`.
    package func run(
        _ connection: ConnectionID, in company: CompanyID, for occasion: UseOccasion, at moment: Date
    ) async throws -> ProbeVerdict? {
        let found = try await database.transaction(in: company) { try await ConnectionQueries.find(connection, in: $0) }
        guard let found, found.revokedAt == nil, let source = SourceCode(rawValue: found.source) else {
            throw ConnectionProblem.unknown
        }
        guard let probe = probes[source] else { return nil }
        let (facts, verdict) = try await uses.open(connection, in: company, .credential, for: occasion) {
            facts, secrets in
            (facts, await probe.probe(facts, with: secrets))
        }
        try await database.transaction(in: company) { transaction in
            try await uses.note(
                verdict.health, verdict.note, expiresAt: verdict.expiresAt, of: facts, at: moment, in: transaction)
            if let person = occasion.person {
                try await transaction.record(
                    AuditEvent(
                        .connectionTested, by: .person(person), on: AuditSubject("connection", connection),
                        facts: ["health": verdict.health.rawValue]))
            }
        }
        return verdict
    }
}
