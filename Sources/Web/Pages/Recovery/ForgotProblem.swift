/// Why nothing was done about a forgotten password.
package enum ForgotProblem: Hashable, Sendable {
    /// The form was older than its token.
    case expired
    /// It is no address that mail can be sent to.
    case noAddress
    /// Too many wishes from this network; how long to wait.
    case throttled(seconds: Int)

    func sentence(_ text: InterfaceText) -> String {
        switch self {
        case .expired: text[.formExpired]
        case .noAddress: text[.noAddress]
        case .throttled(let seconds):
            text.wait(seconds: seconds, one: .forgotThrottledOne, other: .forgotThrottledOther)
        }
    }
}
