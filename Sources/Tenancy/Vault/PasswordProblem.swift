/// Why a text cannot be a password at all.
package enum PasswordProblem: Error, Hashable, Sendable {
    /// It has no characters.
    case empty
    /// It has more than 256 bytes of UTF-8.
    case tooLong(bytes: Int)
}
