/// What an answer means for the visits that follow.
package enum AnswerVerdict: Sendable, Hashable {
    /// To be read; whether it is what was expected only the reader can say.
    case good
    /// Nothing new since the last visit (304), or nothing at all (204).
    case unchanged
    /// Not there: 404, for good 410.
    case missing(isFinal: Bool)
    /// The session is over: sign in again, once.
    case signedOut
    /// No. Asking again does not help, and is not done.
    case refused(BotWall?)
    /// Not so fast.
    case tooFast
    /// A fault over there that may pass.
    case transient
    /// A question the server does not understand; ours to mend.
    case notUnderstood

    /// - Parameters:
    ///   - answer: as it came, redirects followed.
    ///   - signedOut: statuses that say that a session is over.
    package init(_ answer: WebAnswer, signedOut: Set<Int>) {
        if let wall = BotWall(status: answer.status, fields: answer.fields, body: answer.body) {
            self = .refused(wall)
            return
        }
        switch answer.status {
        case 204, 304: self = .unchanged
        // 202 with nothing behind it is how some walls begin; one that is known was told above.
        case 200...299: self = .good
        case let status where signedOut.contains(status): self = .signedOut
        case 404: self = .missing(isFinal: false)
        case 410: self = .missing(isFinal: true)
        case 401, 403, 406, 407, 415, 418, 420, 430, 451, 999: self = .refused(nil)
        case 429: self = .tooFast
        case 408, 425, 500...599: self = .transient
        default: self = .notUnderstood
        }
    }
}
