package import Postgres

/// A change of address, as whoever has one of its links sees it.
package struct ConfirmableEmailChange: Sendable, RowDecodable {
    package let present: String
    package let wanted: String
    /// Whether the link was mailed to the new address.
    package let isForWanted: Bool

    package init(row: inout RowReader) throws {
        present = try row.next()
        wanted = try row.next()
        isForWanted = try row.next()
    }
}
