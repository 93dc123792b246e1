package import Foundation
package import Postgres

/// A matcher that was learned from what reviewers said.
package struct KeptModelRow: Sendable, RowDecodable {
    package let id: UUID
    package let version: String
    /// As `PairMatcher.kept()` gives it.
    package let kept: [UInt8]

    package init(row: inout RowReader) throws {
        id = try row.next()
        version = try row.next()
        let bytes: Blob = try row.next()
        kept = bytes.bytes
    }
}
