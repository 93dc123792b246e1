package import Foundation
package import Postgres

/// A token as admins see it. The secret is nowhere.
package struct APITokenFacts: Sendable, RowDecodable {
    package let id: APITokenID
    package let name: String
    package let scopes: [APIScope]
    package let createdAt: Date
    package let createdBy: IdentityID
    package let expiresAt: Date
    /// Right to the hour; nil for one that was never used.
    package let lastUsedAt: Date?
    package let revokedAt: Date?
    /// Whether it works now.
    package let isAlive: Bool

    static let columns: SQL =
        """
        token_id, name, scopes, created_at, created_by, expires_at, last_used_at, revoked_at,
        revoked_at IS NULL AND expires_at > now()
        """

    package init(row: inout RowReader) throws {
        id = APITokenID(rawValue: try row.next())
        name = try row.next()
        let words: [String] = try row.next()
        scopes = words.compactMap(APIScope.init(rawValue:))
        createdAt = try row.next()
        createdBy = try row.next()
        expiresAt = try row.next()
        lastUsedAt = try row.nextOptional()
        revokedAt = try row.nextOptional()
        isAlive = try row.next()
    }
}
