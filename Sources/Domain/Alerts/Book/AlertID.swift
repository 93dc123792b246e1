package import struct Foundation.UUID

package struct AlertID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: UUID

    package init(rawValue: UUID) { self.rawValue = rawValue }
    package init() { rawValue = UUID() }

    package var description: String { rawValue.uuidString.lowercased() }
}
