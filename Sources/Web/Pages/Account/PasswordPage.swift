import Routes

/// The form for a new password.
package struct PasswordPage: Page {
    let layout: Layout
    let csrf: String
    let email: String
    let problem: String?

    package init(frame: PageFrame, email: String, problem: AccountProblem? = nil) {
        layout = Layout(frame, title: frame.text[.accountPasswordTitle], area: nil)
        csrf = frame.csrf
        self.email = email
        self.problem = problem?.sentence(frame.text)
    }

    package static let template = "account/password"

    package static func program(in library: TemplateLibrary) -> Program<PasswordPage> { library.password }

    package static let shape = Shape<PasswordPage>([
        .part("layout", \.layout),
        .text("csrf", \.csrf),
        .text("email", \.email),
        .text("problem", optional: \.problem),
        .link("account") { _ in AccountRoute.index().link },
        .link("action") { _ in AccountRoute.password.link },
    ])
}
