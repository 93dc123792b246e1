package import Foundation
package import Postgres

/// A rule that answered many pairs at once.
package struct ReviewRuleRow: Sendable, RowDecodable {
    package let id: UUID
    package let reviewer: UUID
    package let verdict: String
    package let answers: Int
    package let standing: Int
    package let answeredAt: Date

    package init(row: inout RowReader) throws {
        id = try row.next()
        reviewer = try row.next()
        verdict = try row.next()
        answers = try row.next()
        standing = try row.next()
        answeredAt = try row.next()
    }
}
