package import Postgres

/// A company that a person is a member of.
package struct Membership: Sendable, RowDecodable {
    package let company: CompanyID
    package let name: String
    package let role: Role
    /// Whether the session is there now.
    package let isCurrent: Bool

    package init(row: inout RowReader) throws {
        company = try row.next()
        name = try row.next()
        let word: String = try row.next()
        guard let role = Role(rawValue: word) else { throw RowProblem(column: "role", reason: "is unknown") }
        self.role = role
        isCurrent = try row.next()
    }
}
