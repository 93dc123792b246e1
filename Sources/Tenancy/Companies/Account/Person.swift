package import Postgres

/// Whose session it is, in a company or not.
package struct Person: Sendable, RowDecodable {
    package let identity: IdentityID
    package let displayName: String
    package let email: String

    package init(row: inout RowReader) throws {
        identity = try row.next()
        displayName = try row.next()
        email = try row.next()
    }
}
