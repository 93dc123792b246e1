package import struct Foundation.UUID

/// The id of a message, the same however often it is tried: by it the other side knows that it has had it already.
package struct DeliveryID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: UUID

    package init(rawValue: UUID) { self.rawValue = rawValue }
    package init() { rawValue = UUID() }

    package var description: String { rawValue.uuidString.lowercased() }
}
