package import Routes

/// The form for the code of a second factor, after the password was right.
package struct SignInCodePage: Page {
    let layout: PlainLayout
    let csrf: String
    let next: String
    let problem: String?

    /// - Parameters:
    ///   - csrf: the token of the half session.
    ///   - next: where to go afterwards; the dashboard if nil.
    package init(
        assets: AssetLinks, csrf: String, next: Link? = nil, problem: SignInCodeProblem? = nil,
        text: InterfaceText = .english
    ) {
        layout = PlainLayout(assets, title: text[.signInCodeTitle], text)
        self.csrf = csrf
        self.next = (next ?? HomeRoute.dashboard.link).text
        self.problem = problem.map { Self.sentence($0, text) }
    }

    private static func sentence(_ problem: SignInCodeProblem, _ text: InterfaceText) -> String {
        switch problem {
        case .wrong: text[.signInCodeWrong]
        case .throttled(let seconds):
            text.wait(seconds: seconds, one: .signInCodeThrottledOne, other: .signInCodeThrottledOther)
        }
    }

    package static let template = "sign-in/code"

    package static func program(in library: TemplateLibrary) -> Program<SignInCodePage> { library.signInCode }

    package static let shape = Shape<SignInCodePage>([
        .part("layout", \.layout),
        .link("action") { _ in SessionRoute.code().link },
        .link("signIn") { _ in SessionRoute.signIn().link },
        .text("csrf", \.csrf),
        .text("next", \.next),
        .text("problem", optional: \.problem),
    ])
}
