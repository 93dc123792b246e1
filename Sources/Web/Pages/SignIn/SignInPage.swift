package import Routes

/// The form to sign in.
package struct SignInPage: Page {
    let layout: PlainLayout
    let csrf: String
    let next: String
    let email: String
    let problem: String?
    let isThrottled: Bool
    let signUp: Link?

    /// - Parameters:
    ///   - csrf: the token of the anonymous session.
    ///   - next: where to go afterwards; the dashboard if nil.
    ///   - email: what was typed before, so that it need not be typed again.
    ///   - problem: why the person is not signed in, nil on a first visit.
    ///   - allowsSignUp: whether people may make companies.
    package init(
        assets: AssetLinks, csrf: String, next: Link? = nil, email: String = "", problem: SignInProblem? = nil,
        allowsSignUp: Bool = true, text: InterfaceText = .english
    ) {
        layout = PlainLayout(assets, title: text[.signInTitle], text)
        self.csrf = csrf
        self.next = (next ?? HomeRoute.dashboard.link).text
        self.email = email
        signUp = allowsSignUp ? SignUpRoute.form.link : nil
        self.problem = problem.map { Self.sentence($0, text) }
        if case .throttled = problem { isThrottled = true } else { isThrottled = false }
    }

    private static func sentence(_ problem: SignInProblem, _ text: InterfaceText) -> String {
        switch problem {
        case .wrong: text[.signInWrong]
        case .throttled(let seconds):
            text.wait(seconds: seconds, one: .signInThrottledOne, other: .signInThrottledOther)
        case .expired: text[.signInExpired]
        case .sessionEnded: text[.signInEnded]
        case .busy: text[.signInBusy]
        }
    }

    package static let template = "sign-in/form"

    package static func program(in library: TemplateLibrary) -> Program<SignInPage> { library.signIn }

    package static let shape = Shape<SignInPage>([
        .part("layout", \.layout),
        .link("action") { _ in SessionRoute.signIn().link },
        .link("forgot") { _ in RecoveryRoute.forgot.link },
        .link("signUp", optional: \.signUp),
        .text("csrf", \.csrf),
        .text("next", \.next),
        .text("email", \.email),
        .text("problem", optional: \.problem),
        .flag("isThrottled", \.isThrottled),
    ])
}
