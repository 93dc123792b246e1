import Routes

/// The form of somebody who forgot their password.
package struct ForgotPage: Page {
    let layout: PlainLayout
    let csrf: String
    let email: String
    let problem: String?

    /// - Parameters:
    ///   - csrf: the token of the anonymous session.
    ///   - email: what was typed before.
    package init(
        assets: AssetLinks, csrf: String, email: String = "", problem: ForgotProblem? = nil,
        text: InterfaceText = .english
    ) {
        layout = PlainLayout(assets, title: text[.forgotTitle], text)
        self.csrf = csrf
        self.email = email
        self.problem = problem?.sentence(text)
    }

    package static let template = "recovery/forgot"

    package static func program(in library: TemplateLibrary) -> Program<ForgotPage> { library.forgot }

    package static let shape = Shape<ForgotPage>([
        .part("layout", \.layout),
        .link("action") { _ in RecoveryRoute.forgot.link },
        .link("signIn") { _ in SessionRoute.signIn().link },
        .text("csrf", \.csrf),
        .text("email", \.email),
        .text("problem", optional: \.problem),
    ])
}
