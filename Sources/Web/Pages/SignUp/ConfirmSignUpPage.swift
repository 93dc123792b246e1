import Routes

/// The form that confirms an address, with the password that was chosen.
package struct ConfirmSignUpPage: Page {
    let language: String
    let title: String
    let css: Link
    let js: Link
    let icon: Link
    let csrf: String
    let email: String
    let problem: String?

    /// - Parameter csrf: the token of the anonymous session.
    package init(
        assets: AssetLinks, csrf: String, company: String, email: String, problem: AccountProblem? = nil,
        text: InterfaceText = .english
    ) {
        language = text.languageTag
        title = text.fill(.signUpConfirmTitle, ["company": company])
        css = assets.css
        js = assets.js
        icon = assets.icon
        self.csrf = csrf
        self.email = email
        self.problem = problem.map { $0 == .wrong ? text[.signUpWrong] : $0.sentence(text) }
    }

    package static let template = "sign-up/confirm"

    package static func program(in library: TemplateLibrary) -> Program<ConfirmSignUpPage> { library.confirmSignUp }

    package static let shape = Shape<ConfirmSignUpPage>([
        .text("language", \.language),
        .text("title", \.title),
        .link("css", \.css),
        .link("js", \.js),
        .link("icon", \.icon),
        .link("action") { _ in SignUpRoute.confirm.link },
        .text("csrf", \.csrf),
        .text("email", \.email),
        .text("problem", optional: \.problem),
    ])
}
