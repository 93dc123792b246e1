import Routes

/// A second factor that is on, with the forms for new recovery codes and for turning it off.
package struct FactorInUse: PageValue {
    let csrf: String
    let since: String
    let codesLeft: String
    let email: String
    let problem: String?

    /// - Parameter problem: why it was not turned off.
    package init(frame: PageFrame, email: String, since: MomentStamp, codesLeft: Int, problem: AccountProblem?) {
        let text = frame.text
        csrf = frame.csrf
        self.since = text.fill(.factorSince, ["moment": text.moment(since, in: frame.zone)])
        self.codesLeft = text.count(codesLeft, one: .factorCodesOne, other: .factorCodesOther)
        self.email = email
        self.problem = problem?.sentence(text)
    }

    package static let shape = Shape<FactorInUse>([
        .text("csrf", \.csrf),
        .text("since", \.since),
        .text("codesLeft", \.codesLeft),
        .text("email", \.email),
        .text("problem", optional: \.problem),
        .link("renew") { _ in AccountRoute.recoveryCodes.link },
        .link("off") { _ in AccountRoute.secondFactorOff.link },
    ])
}
