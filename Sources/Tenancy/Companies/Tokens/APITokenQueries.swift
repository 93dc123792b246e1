import Foundation
import Postgres
import Vault

/// A company's tokens, as its admins look after them. Nothing here shows a token again.
package struct APITokenQueries: Sendable {
    /// Living tokens of one company.
    package static let most = 50
    /// Tokens in a list.
    private static let listed = 200

    private let transaction: CompanyTransaction
    private let person: IdentityID

    /// - Parameters:
    ///   - transaction: whose company it is about.
    ///   - person: who acts.
    package init(transaction: CompanyTransaction, person: IdentityID) {
        self.transaction = transaction
        self.person = person
    }

    /// Makes a token.
    /// - Returns: the secret, which is nowhere else.
    /// - Throws: `APITokenProblem.tooMany`.
    package func add(_ new: NewAPIToken) async throws -> (id: APITokenID, secret: APIToken) {
        // One after the other, so that nobody gets past the limit.
        _ = try await transaction.fetch(
            Query<Ignored>(
                "SELECT pg_advisory_xact_lock(hashtextextended(\("tidemark.tokens " + transaction.company.description), 0))"
            ))
        let alive = try await transaction.fetch(
            Query<Single<Int>>(
                """
                SELECT count(*) FROM api_tokens
                WHERE company_id = \(transaction.company) AND revoked_at IS NULL AND expires_at > now()
                """))
        guard let count = alive.first?.value, count < Self.most else { throw APITokenProblem.tooMany }
        let (id, secret) = (APITokenID(), APIToken())
        try await transaction.execute(
            """
            INSERT INTO api_tokens (company_id, token_id, name, token_hash, scopes, created_by, expires_at)
            VALUES (\(transaction.company), \(id.rawValue), \(new.name), \(Blob(secret.hash.bytes)),
                \(new.scopes.map(\.rawValue)), \(person), now() + make_interval(days => \(literal: new.days)))
            """)
        try await transaction.record(
            AuditEvent(
                .tokenMade, by: .person(person), on: AuditSubject("token", id),
                facts: [
                    "name": new.name, "scopes": new.scopes.map(\.rawValue).joined(separator: " "),
                    "days": "\(new.days)",
                ]))
        return (id, secret)
    }

    /// The company's tokens: those that work first, then by when they were made, newest first; at most 200.
    package func all() async throws -> [APITokenFacts] {
        try await transaction.fetch(
            Query<APITokenFacts>(
                """
                SELECT \(APITokenFacts.columns) FROM api_tokens WHERE company_id = \(transaction.company)
                ORDER BY revoked_at IS NULL AND expires_at > now() DESC, created_at DESC, token_id
                LIMIT \(literal: Self.listed)
                """))
    }

    /// Ends a token, for good. Holds from the next request with it on, in every process.
    /// - Returns: its name; nil if there is none, or none any more.
    package func revoke(_ id: APITokenID) async throws -> String? {
        let names = try await transaction.fetch(
            Query<Single<String>>(
                """
                UPDATE api_tokens SET revoked_at = now(), revoked_by = \(person)
                WHERE company_id = \(transaction.company) AND token_id = \(id.rawValue) AND revoked_at IS NULL
                RETURNING name
                """))
        guard let name = names.first?.value else { return nil }
        try await transaction.record(
            AuditEvent(.tokenRevoked, by: .person(person), on: AuditSubject("token", id), facts: ["name": name]))
        return name
    }
}
