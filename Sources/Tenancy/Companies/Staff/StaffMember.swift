package import Postgres

/// A person with a staff role.
package struct StaffMember: Sendable, RowDecodable {
    package let email: String
    package let displayName: String
    package let role: StaffRole

    package init(row: inout RowReader) throws {
        email = try row.next()
        displayName = try row.next()
        let word: String = try row.next()
        guard let role = StaffRole(rawValue: word) else { throw RowProblem(column: "staff_role", reason: "is unknown") }
        self.role = role
    }
}
