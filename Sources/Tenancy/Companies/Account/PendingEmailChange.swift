package import Foundation
package import Postgres

/// A change of address that waits, as its person sees it.
package struct PendingEmailChange: Sendable, RowDecodable {
    package let present: String
    package let wanted: String
    package let presentConfirmed: Bool
    package let wantedConfirmed: Bool
    package let endsAt: Date

    package init(row: inout RowReader) throws {
        present = try row.next()
        wanted = try row.next()
        presentConfirmed = try row.next()
        wantedConfirmed = try row.next()
        endsAt = try row.next()
    }
}
