package import Postgres

/// An invitation as whoever has its link sees it.
package struct OfferedInvitation: Sendable, RowDecodable {
    package let company: String
    package let email: String
    package let role: Role
    package let inviter: String
    /// Whether somebody has the address already.
    package let isKnown: Bool

    package init(row: inout RowReader) throws {
        company = try row.next()
        email = try row.next()
        role = try Role(word: try row.next())
        inviter = try row.next()
        isKnown = try row.next()
    }
}
