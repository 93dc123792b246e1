import Routes

/// The form of somebody who wants a company of their own.
package struct SignUpPage: Page {
    /// What was typed before, but for the password.
    package struct Values: Sendable, Hashable {
        package var company = ""
        package var name = ""
        package var email = ""

        package init() {}
    }

    let layout: PlainLayout
    let csrf: String
    let values: Values
    let problem: String?

    /// - Parameter csrf: the token of the anonymous session.
    package init(
        assets: AssetLinks, csrf: String, values: Values = Values(), problem: SignUpProblem? = nil,
        text: InterfaceText = .english
    ) {
        layout = PlainLayout(assets, title: text[.signUpTitle], text)
        self.csrf = csrf
        self.values = values
        self.problem = problem?.sentence(text)
    }

    package static let template = "sign-up/form"

    package static func program(in library: TemplateLibrary) -> Program<SignUpPage> { library.signUp }

    package static let shape = Shape<SignUpPage>([
        .part("layout", \.layout),
        .link("action") { _ in SignUpRoute.form.link },
        .link("signIn") { _ in SessionRoute.signIn().link },
        .text("csrf", \.csrf),
        .text("company") { $0.values.company },
        .text("name") { $0.values.name },
        .text("email") { $0.values.email },
        .text("problem", optional: \.problem),
    ])
}
