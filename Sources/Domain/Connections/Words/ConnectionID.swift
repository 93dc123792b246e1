package import Foundation

/// A connection's id inside its company.
package struct ConnectionID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: UUID

    package init(rawValue: UUID) { self.rawValue = rawValue }
    package init() { rawValue = UUID() }

    package var description: String { rawValue.uuidString.lowercased() }
}
