import Companies
import Connections
import Foundation
import Postgres
import TestSupport
import Vault

/// Two companies with a person each, and a folder of keys.
final class VaultFixture: Sendable {
    let companies: TwoCompanies
    let person: IdentityID
    private let keys: TestKeys

    private init(_ companies: TwoCompanies, person: IdentityID) throws {
        self.companies = companies
        self.person = person
        keys = try TestKeys()
    }

    static func with(connections: Int = 4, _ body: (VaultFixture) async throws -> Void) async throws {
        try await TwoCompanies.with(connections: connections) { companies in
            let person = IdentityID(rawValue: UUID())
            for company in [companies.harbor, companies.kestrel] {
                try await CompanyRegistry(database: companies.database).addMember(
                    to: company.id, email: "ada@example.com", displayName: "Ada", role: .admin, passwordHash: "none",
                    identity: person, at: companies.now)
            }
            try await body(try VaultFixture(companies, person: person))
        }
    }

    var rootKey: String { keys.rootKey }
    var folder: String { keys.folder }
    var database: CompanyDatabase { companies.database }
    var harbor: CompanyID { companies.harbor.id }
    var kestrel: CompanyID { companies.kestrel.id }
    var directory: CompanyKeyDirectory { CompanyKeyDirectory(path: folder) }

    /// The vault under the fixture's root key.
    func vault() throws -> SecretVault { try keys.vault() }

    func uses() throws -> CredentialUseQueries { CredentialUseQueries(database: database, vault: try vault()) }

    /// Works with a company's connections as its admin.
    func asAdmin<Result: Sendable>(
        of company: CompanyID, _ body: (ConnectionQueries) async throws -> Result
    ) async throws -> Result {
        let vault = try vault()
        return try await database.transaction(in: company) { transaction in
            try await body(ConnectionQueries(transaction: transaction, vault: vault, person: person))
        }
    }

    /// Connects LibDib with a password.
    func add(_ name: String = "LibDib", password: String, to company: CompanyID) async throws -> ConnectionID {
        let new = try NewConnection(
            source: try Self.libdib(), name: name, settings: ["region": "NY"],
            credentials: Self.credentials(password),
            confirmation: try UseConfirmation(textVersion: UseConfirmation.currentVersion))
        return try await asAdmin(of: company) { try await $0.add(new, at: companies.now) }
    }

    /// What a worker finds as the password.
    func password(of connection: ConnectionID, in company: CompanyID) async throws -> String {
        try await uses().open(connection, in: company, .credential, for: .job(UUID(), .signIn)) { _, secrets in
            Self.text(secrets, "password")
        }
    }

    /// A connection as a worker has it after it has opened it.
    func opened(_ connection: ConnectionID, in company: CompanyID) async throws -> ConnectionFacts {
        try await uses().open(connection, in: company, .credential, for: .job(UUID(), .signIn)) { facts, _ in facts }
    }

    static func libdib() throws -> SourceCode {
        guard let code = SourceCode(rawValue: "libdib") else { throw ConnectionProblem.unknown }
        return code
    }

    static func credentials(_ password: String) -> [SecretField: SecretBytes] {
        var credentials: [SecretField: SecretBytes] = [:]
        for (name, value) in [("username", "ada@example.com"), ("password", password)] {
            if let field = SecretField(rawValue: name) { credentials[field] = SecretBytes(copying: value) }
        }
        return credentials
    }

    static func text(_ secrets: ConnectionSecrets, _ name: String) -> String {
        SecretField(rawValue: name).flatMap { secrets[$0] }?.withBytes { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
