package import Foundation
package import Vault

/// How a person's second factor stands.
package enum SecondFactorState: Sendable {
    case off
    /// Being set up in this session; the seed is shown until the first right code, or for ten minutes. Wipe it.
    case starting(TimeCodeSeed)
    case on(since: Date, codesLeft: Int)
}
