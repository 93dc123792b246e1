package import Foundation
import Postgres
package import Vault

/// What a person sees and does of their own account. Everything asks for the token of a session: whose it is decides what is
/// there.
package struct PersonalAccount: Sendable {
    private let database: CompanyDatabase

    package init(database: CompanyDatabase) { self.database = database }

    /// Whose session it is; nil once it ended.
    package func person(of token: SecretToken) async throws -> Person? {
        try await database.auth.fetch(
            Query<Person>("SELECT identity_id, display_name, email FROM auth_person(\(Self.blob(token)))")
        ).first
    }

    /// The companies the person is a member of, by name.
    package func companies(of token: SecretToken) async throws -> [Membership] {
        try await database.auth.fetch(
            Query<Membership>("SELECT company_id, name, role, is_current FROM auth_companies(\(Self.blob(token)))"))
    }

    /// Goes on in another company. False if the person is no member there.
    package func choose(_ company: CompanyID, _ token: SecretToken) async throws -> Bool {
        try await database.auth.fetch(
            Query<Single<Bool>>("SELECT auth_choose_company(\(Self.blob(token)), \(company))")
        ).first?.value == true
    }

    /// Where the person is signed in: this browser first, then by last use; at most 200.
    package func places(of token: SecretToken) async throws -> [SignedInPlace] {
        try await database.auth.fetch(
            Query<SignedInPlace>(
                "SELECT session_id, agent, created_at, seen_at, is_current FROM auth_sessions(\(Self.blob(token)))"))
    }

    /// Ends one of the person's other sessions, or all others.
    /// - Returns: how many ended.
    package func endOthers(_ token: SecretToken, only session: UUID? = nil) async throws -> Int {
        try await database.auth.fetch(
            Query<Single<Int>>("SELECT auth_end_others(\(Self.blob(token)), \(session))")
        ).first?.value ?? 0
    }

    private static func blob(_ token: SecretToken) -> Blob { Blob(token.hash.bytes) }
}
