package import Foundation

/// The id of a company key. Says nothing about the key.
package struct CompanyKeyID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: UUID

    package init(rawValue: UUID) { self.rawValue = rawValue }

    package var description: String { rawValue.uuidString.lowercased() }
}
