package import Foundation
package import Postgres

/// A learned matcher as it is listed: without its trees.
package struct MatchModelRow: Sendable, RowDecodable {
    package let version: String
    /// JSON of a `LearningReport`.
    package let report: String
    package let learnedAt: Date
    package let promotedAt: Date?
    package let retiredAt: Date?
    /// Whether it decides now.
    package let isDeciding: Bool

    package init(row: inout RowReader) throws {
        version = try row.next()
        report = try row.next()
        learnedAt = try row.next()
        promotedAt = try row.nextOptional()
        retiredAt = try row.nextOptional()
        isDeciding = try row.next()
    }
}
