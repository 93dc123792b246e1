package import Foundation

/// Names a token to the people of its company; opens nothing.
package struct APITokenID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: UUID

    package init(rawValue: UUID) { self.rawValue = rawValue }

    package init() { rawValue = UUID() }

    package var description: String { rawValue.uuidString.lowercased() }
}
