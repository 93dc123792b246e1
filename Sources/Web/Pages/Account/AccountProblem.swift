/// Why a password was not taken or not changed.
package enum AccountProblem: Hashable, Sendable {
    /// The present password is wrong.
    case wrong
    /// Password and code are not both right, or the code was used before.
    case wrongProof
    /// Too many tries; how long to wait.
    case throttled(seconds: Int)
    /// The two new passwords differ.
    case different
    /// Fewer characters than this.
    case tooShort(characters: Int)
    /// More bytes than this.
    case tooLong(bytes: Int)
    /// Somebody who knows common passwords and this person would guess it.
    case guessable
    /// Passwords cannot be checked right now (too many at once).
    case busy
    /// No name, or one that is too long.
    case noName
    /// The form was older than its token.
    case expired

    func sentence(_ text: InterfaceText) -> String {
        switch self {
        case .wrong: text[.accountWrong]
        case .wrongProof: text[.accountWrongProof]
        case .throttled(let seconds):
            text.wait(seconds: seconds, one: .signInThrottledOne, other: .signInThrottledOther)
        case .different: text[.accountDifferent]
        case .tooShort(let characters): text.fill(.accountTooShort, ["count": NumberText.whole(characters)])
        case .tooLong(let bytes): text.fill(.accountTooLong, ["count": NumberText.whole(bytes)])
        case .guessable: text[.accountGuessable]
        case .busy: text[.signInBusy]
        case .noName: text[.invitationNoName]
        case .expired: text[.formExpired]
        }
    }
}
