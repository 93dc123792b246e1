package import Foundation
package import Postgres

/// A browser in which a person is signed in.
package struct SignedInPlace: Sendable, RowDecodable {
    /// Names the session; opens nothing.
    package let session: UUID
    /// What the browser says it is; may be empty.
    package let agent: String
    package let signedInAt: Date
    /// Right to about five minutes.
    package let seenAt: Date
    package let isCurrent: Bool

    package init(row: inout RowReader) throws {
        session = try row.next()
        agent = try row.next()
        signedInAt = try row.next()
        seenAt = try row.next()
        isCurrent = try row.next()
    }
}
