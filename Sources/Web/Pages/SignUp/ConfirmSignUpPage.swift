import Routes

/// The form that confirms an address, with the password that was chosen.
package struct ConfirmSignUpPage: Page {
    let layout: PlainLayout
    let csrf: String
    let email: String
    let problem: String?

    /// - Parameter csrf: the token of the anonymous session.
    package init(
        assets: AssetLinks, csrf: String, company: String, email: String, problem: AccountProblem? = nil,
        text: InterfaceText = .english
    ) {
        layout = PlainLayout(assets, title: text.fill(.signUpConfirmTitle, ["company": company]), text)
        self.csrf = csrf
        self.email = email
        self.problem = problem.map { $0 == .wrong ? text[.signUpWrong] : $0.sentence(text) }
    }

    package static let template = "sign-up/confirm"

    package static func program(in library: TemplateLibrary) -> Program<ConfirmSignUpPage> { library.confirmSignUp }

    package static let shape = Shape<ConfirmSignUpPage>([
        .part("layout", \.layout),
        .link("action") { _ in SignUpRoute.confirm.link },
        .text("csrf", \.csrf),
        .text("email", \.email),
        .text("problem", optional: \.problem),
    ])
}
