/// Why no change of address was begun.
package enum EmailProblem: Hashable, Sendable {
    /// It is no address that mail can be sent to.
    case noAddress
    /// It is the present one.
    case same
    /// Too many mails were wanted; how long to wait, where that is known.
    case throttled(seconds: Int)

    func sentence(_ text: InterfaceText) -> String {
        switch self {
        case .noAddress: text[.noAddress]
        case .same: text[.emailSame]
        case .throttled(let seconds):
            text.wait(seconds: seconds, one: .forgotThrottledOne, other: .forgotThrottledOther)
        }
    }
}
