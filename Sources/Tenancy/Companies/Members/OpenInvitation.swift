package import Foundation
package import Postgres

/// An invitation that is neither accepted nor withdrawn, as admins see it.
package struct OpenInvitation: Sendable, RowDecodable {
    package let id: InvitationID
    package let email: String
    package let role: Role
    package let invitedAt: Date
    /// Whether its seven days are over.
    package let isOver: Bool

    package init(row: inout RowReader) throws {
        id = InvitationID(rawValue: try row.next())
        email = try row.next()
        role = try Role(word: try row.next())
        invitedAt = try row.next()
        isOver = try row.next()
    }
}
