package import struct Foundation.UUID

/// The id of a job, unique everywhere. Doubles as the idempotency key towards the outside.
package struct JobID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: UUID

    package init(rawValue: UUID) { self.rawValue = rawValue }
    package init() { rawValue = UUID() }

    package var description: String { rawValue.uuidString.lowercased() }
}
