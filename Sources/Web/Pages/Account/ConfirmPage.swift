package import Routes

/// Proving again who one is, before something that matters.
package struct ConfirmPage: Page {
    let layout: Layout
    let csrf: String
    let email: String
    let next: String
    let problem: String?
    let asksCode: Bool

    /// - Parameters:
    ///   - next: where to go afterwards.
    ///   - asksCode: whether the person has a second factor.
    package init(
        frame: PageFrame, email: String, next: Link, problem: AccountProblem? = nil, asksCode: Bool = false
    ) {
        layout = Layout(frame, title: frame.text[.confirmTitle], area: nil)
        csrf = frame.csrf
        self.email = email
        self.next = next.text
        self.problem = problem?.sentence(frame.text)
        self.asksCode = asksCode
    }

    package static let template = "account/confirm"

    package static func program(in library: TemplateLibrary) -> Program<ConfirmPage> { library.confirm }

    package static let shape = Shape<ConfirmPage>([
        .part("layout", \.layout),
        .text("csrf", \.csrf),
        .text("email", \.email),
        .text("next", \.next),
        .text("problem", optional: \.problem),
        .flag("asksCode", \.asksCode),
        .link("action") { _ in AccountRoute.Pattern.confirm.link },
    ])
}

extension AccountRoute.Pattern {
    /// Where the form goes; what follows is in it.
    fileprivate var link: Link { AccountRoute.confirm(next: HomeRoute.dashboard.link).link }
}
