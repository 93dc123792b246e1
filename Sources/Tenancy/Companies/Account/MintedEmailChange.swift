package import Postgres

/// What the mail about a change of address is written from.
package struct MintedEmailChange: Sendable, RowDecodable {
    package let displayName: String
    package let present: String
    package let wanted: String
    /// Whether somebody has the new address, to which the mail goes: then there is nothing to confirm.
    package let isTaken: Bool

    package init(row: inout RowReader) throws {
        displayName = try row.next()
        present = try row.next()
        wanted = try row.next()
        isTaken = try row.next()
    }
}
