package import Postgres

/// Whose link for a new password it is.
package struct RecoveringPerson: Sendable, RowDecodable {
    package let displayName: String
    package let email: String
    /// What their companies are called: a password must not be made of that.
    package let companies: [String]

    package init(row: inout RowReader) throws {
        displayName = try row.next()
        email = try row.next()
        companies = try row.next()
    }
}
