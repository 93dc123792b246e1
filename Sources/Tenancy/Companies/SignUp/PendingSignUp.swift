package import Postgres

/// A company that waits to be confirmed, as whoever has the link sees it.
package struct PendingSignUp: Sendable, RowDecodable {
    package let email: String
    package let company: String

    package init(row: inout RowReader) throws {
        email = try row.next()
        company = try row.next()
    }
}
