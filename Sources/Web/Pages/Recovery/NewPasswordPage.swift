import Routes

/// The form for a new password, for whoever has the link.
package struct NewPasswordPage: Page {
    let layout: PlainLayout
    let csrf: String
    let email: String
    let problem: String?

    /// - Parameters:
    ///   - csrf: the token of the anonymous session.
    ///   - email: whose password it is.
    package init(
        assets: AssetLinks, csrf: String, email: String, problem: AccountProblem? = nil,
        text: InterfaceText = .english
    ) {
        layout = PlainLayout(assets, title: text[.resetTitle], text)
        self.csrf = csrf
        self.email = email
        self.problem = problem?.sentence(text)
    }

    package static let template = "recovery/password"

    package static func program(in library: TemplateLibrary) -> Program<NewPasswordPage> { library.newPassword }

    package static let shape = Shape<NewPasswordPage>([
        .part("layout", \.layout),
        .link("action") { _ in RecoveryRoute.password.link },
        .text("csrf", \.csrf),
        .text("email", \.email),
        .text("problem", optional: \.problem),
    ])
}
