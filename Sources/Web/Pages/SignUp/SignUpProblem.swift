/// Why nothing came of signing up.
package enum SignUpProblem: Hashable, Sendable {
    /// No name of a company, or one that is too long or hides something.
    case noCompany
    /// It is no address that mail can be sent to.
    case noAddress
    /// Too many mails from this network; how long to wait.
    case throttled(seconds: Int)
    /// The password, the person's name or the form.
    case account(AccountProblem)

    func sentence(_ text: InterfaceText) -> String {
        switch self {
        case .noCompany: text[.signUpNoCompany]
        case .noAddress: text[.noAddress]
        case .throttled(let seconds):
            text.wait(seconds: seconds, one: .forgotThrottledOne, other: .forgotThrottledOther)
        case .account(let problem): problem.sentence(text)
        }
    }
}
