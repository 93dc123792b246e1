package import Foundation
package import Postgres

/// How the queue stands.
package struct ReviewStandingRow: Sendable, RowDecodable {
    package let open: Int
    /// Being looked at now.
    package let leased: Int
    /// Read once, waiting for a second reader.
    package let second: Int
    /// Readers disagree.
    package let disputed: Int
    package let oldest: Date?
    /// Answered, and not yet done.
    package let waiting: Int
    package let answeredToday: Int
    package let answeredThisWeek: Int
    package let addedThisWeek: Int
    /// Pairs of known truth.
    package let gold: Int

    package init(row: inout RowReader) throws {
        open = try row.next()
        leased = try row.next()
        second = try row.next()
        disputed = try row.next()
        oldest = try row.nextOptional()
        waiting = try row.next()
        answeredToday = try row.next()
        answeredThisWeek = try row.next()
        addedThisWeek = try row.next()
        gold = try row.next()
    }
}
