package import Foundation
package import Postgres

/// How a reviewer did.
package struct ReviewerRow: Sendable, RowDecodable {
    package let reviewer: UUID
    package let name: String
    package let answers: Int
    /// Half of the answers took less.
    package let medianMilliseconds: Double?
    package let gold: Int
    package let goldRight: Int
    /// Pairs a second reader answered as well, and how many of them alike.
    package let shared: Int
    package let agreed: Int

    package init(row: inout RowReader) throws {
        reviewer = try row.next()
        name = try row.next()
        answers = try row.next()
        medianMilliseconds = try row.nextOptional()
        gold = try row.next()
        goldRight = try row.next()
        shared = try row.next()
        agreed = try row.next()
    }
}
