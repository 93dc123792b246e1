/// Why a password may not be taken.
package enum PasswordWeakness: Hashable, Sendable {
    case tooShort, tooLong, guessable
}
