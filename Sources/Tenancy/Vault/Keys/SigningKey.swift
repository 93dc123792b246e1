package import Foundation

/// A key that signs what this installation hands out to programs.
package struct SigningKey: Sendable {
    package let id: UUID
    /// Whole seconds.
    package let madeAt: Date
    /// Whatever text the signer reads.
    package let secret: SecretBytes
}
