import Glibc
import Vault

/// A secret that was given as an environment variable.
enum SecretVariable {
    /// Takes it out of the environment, so that neither children nor `/proc` have it. To be called before anything else reads
    /// the environment.
    /// - Returns: nil if the variable is not set or empty.
    static func take(_ name: String) -> SecretBytes? {
        guard let value = getenv(name) else { return nil }
        let count = strlen(value)
        let secret = SecretBytes(count: count) {
            $0.copyMemory(from: UnsafeRawBufferPointer(start: value, count: count))
        }
        // The very bytes the process was started with, which /proc/self/environ shows.
        explicit_bzero(value, count)
        unsetenv(name)
        return count > 0 ? secret : nil
    }

    /// The one place a secret comes from: its variable, or the file that `…_FILE` names and only its user may read.
    /// - Parameters:
    ///   - taken: what the variable held.
    ///   - word: what it is, for a person, such as "a password".
    static func choose(_ name: String, taken: SecretBytes?, file: String?, word: String) throws -> SecretBytes? {
        guard let file else { return taken }
        guard taken == nil else {
            throw SettingsProblem("\(name) and \(name)_FILE are set, but \(word) comes from one place.")
        }
        do {
            return try SecretBytes.read(privateFile: file)
        } catch {
            throw SettingsProblem("\(error)")
        }
    }
}
