import Foundation
import Postgres

/// A listing to decide: a new one, or one that says something else of itself than when it was decided.
struct AwaitingListingRow: RowDecodable {
    let listing: UnmatchedListing
    /// What it was until now.
    let product: UUID?
    /// Whether somebody said that it is that; then it stays.
    let isByPerson: Bool

    init(row: inout RowReader) throws {
        product = try row.nextOptional()
        isByPerson = try row.next()
        listing = try UnmatchedListing(row: &row)
    }
}
