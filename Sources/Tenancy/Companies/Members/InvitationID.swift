package import struct Foundation.UUID

/// The id of an invitation. Names it to admins; opens nothing.
package struct InvitationID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: UUID

    package init(rawValue: UUID) { self.rawValue = rawValue }
    package init() { rawValue = UUID() }

    package var description: String { rawValue.uuidString.lowercased() }
}
