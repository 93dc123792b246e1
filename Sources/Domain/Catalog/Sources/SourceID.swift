package import Foundation

/// A source's id inside its company.
package struct SourceID: RawRepresentable, Hashable, Sendable {
    package let rawValue: UUID
    package init(rawValue: UUID) { self.rawValue = rawValue }
}
