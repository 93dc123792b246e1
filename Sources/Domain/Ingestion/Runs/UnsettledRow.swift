import Foundation
import Postgres

/// A row of a batch that is new or may change something.
struct UnsettledRow: RowDecodable {
    /// The row's position in its batch, from 0.
    let position: Int
    /// Its listing; `nil` for an item the source has not named before.
    let listing: UUID?
    /// Whether this list is older than the first one that named the item.
    let isEarlier: Bool

    init(row: inout RowReader) throws {
        position = try row.next()
        listing = try row.nextOptional()
        isEarlier = try row.next()
    }
}
