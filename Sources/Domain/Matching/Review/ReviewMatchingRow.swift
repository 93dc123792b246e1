package import Foundation
package import Postgres

/// A pair a rule would answer.
package struct ReviewMatchingRow: Sendable, RowDecodable {
    package let id: UUID
    package let listing: String
    package let product: String
    /// 0...1.
    package let probability: Double
    /// How many the rule would answer in all.
    let matching: Int

    package init(row: inout RowReader) throws {
        id = try row.next()
        listing = try row.next()
        product = try row.next()
        probability = try row.next()
        matching = try row.next()
    }
}
