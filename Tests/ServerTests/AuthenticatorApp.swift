import Foundation
import Vault

/// An authenticator app: knows the seed as text, and the time.
struct AuthenticatorApp: Sendable {
    let seed: String

    /// The code it shows at a moment.
    func code(at moment: Date) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bytes, pending, bits): ([UInt8], UInt32, UInt32) = ([], 0, 0)
        for character in seed {
            pending = (pending << 5 | UInt32(alphabet.firstIndex(of: character) ?? 0)) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: pending >> bits))
            }
        }
        return TimeCodeSeed(bytes: SecretBytes(copying: bytes))?.code(of: TimeStep(at: moment)) ?? ""
    }
}
