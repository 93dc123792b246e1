package import Foundation
package import Postgres

/// Somebody in a company, as its admins see them.
package struct CompanyMember: Sendable, RowDecodable {
    package let identity: IdentityID
    package let displayName: String
    package let email: String
    package let role: Role
    package let joinedAt: Date
    /// Whether it is the one who looks.
    package let isSelf: Bool

    package init(row: inout RowReader) throws {
        identity = try row.next()
        displayName = try row.next()
        email = try row.next()
        role = try Role(word: try row.next())
        joinedAt = try row.next()
        isSelf = try row.next()
    }
}

extension Role {
    /// A role as a column has it.
    init(word: String) throws {
        guard let role = Role(rawValue: word) else { throw RowProblem(column: "role", reason: "is unknown") }
        self = role
    }
}
