import Foundation
import Glibc
import Vault

/// Root keys that were given as environment variables, taken out of the environment, so that neither children nor
/// `/proc` have them. To be called before anything else reads the environment.
struct RootKeyVariables: Sendable {
    static let currentName = "TIDEMARK_VAULT_ROOT_KEY"
    static let otherName = "TIDEMARK_VAULT_OTHER_ROOT_KEY"

    let current: SecretBytes?
    let other: SecretBytes?

    static func take() -> RootKeyVariables {
        RootKeyVariables(current: take(currentName), other: take(otherName))
    }

    private static func take(_ name: String) -> SecretBytes? {
        guard let value = getenv(name) else { return nil }
        let count = strlen(value)
        let key = SecretBytes(count: count) {
            $0.copyMemory(from: UnsafeRawBufferPointer(start: value, count: count))
        }
        // The very bytes the process was started with, which /proc/self/environ shows.
        explicit_bzero(value, count)
        unsetenv(name)
        return count > 0 ? key : nil
    }
}
