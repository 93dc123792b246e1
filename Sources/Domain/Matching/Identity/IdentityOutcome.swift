package import Foundation

/// What an act about identity came to.
package struct IdentityOutcome: Sendable, Hashable {
    package let act: UUID
    /// Listings that are another product than before.
    package let moved: Int
    /// Things that now are said twice, and not alike. They stand until somebody decides.
    package let contradictions: Set<IdentityContradiction<UUID>>
    /// The product that was made by it.
    package var product: UUID?
}
