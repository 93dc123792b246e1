import Routes

/// The address a person signs in with: the form for another one, and the change that waits to be confirmed.
package struct EmailPage: Page {
    /// A change that waits.
    package struct Pending: Sendable {
        package let wanted: String
        package let presentConfirmed: Bool
        package let wantedConfirmed: Bool
        package let ends: MomentStamp

        package init(wanted: String, presentConfirmed: Bool, wantedConfirmed: Bool, ends: MomentStamp) {
            self.wanted = wanted
            self.presentConfirmed = presentConfirmed
            self.wantedConfirmed = wantedConfirmed
            self.ends = ends
        }
    }

    let layout: Layout
    let csrf: String
    let email: String
    let typed: String
    let problem: String?
    let waits: String?
    let wanted: String
    let presentState: String
    let wantedState: String
    let ends: String

    /// - Parameter typed: what the form is filled with.
    package init(
        frame: PageFrame, email: String, pending: Pending?, typed: String = "", problem: EmailProblem? = nil
    ) {
        let text = frame.text
        layout = Layout(frame, title: text[.emailTitle], area: nil)
        csrf = frame.csrf
        self.email = email
        self.typed = typed
        self.problem = problem?.sentence(text)
        waits = pending.map { text.fill(.emailWaits, ["email": $0.wanted]) }
        wanted = pending?.wanted ?? ""
        presentState = text[pending?.presentConfirmed == true ? .emailConfirmed : .emailNotYet]
        wantedState = text[pending?.wantedConfirmed == true ? .emailConfirmed : .emailNotYet]
        ends = pending.map { text.moment($0.ends, in: frame.zone) } ?? ""
    }

    package static let template = "account/email"

    package static func program(in library: TemplateLibrary) -> Program<EmailPage> { library.email }

    package static let shape = Shape<EmailPage>([
        .part("layout", \.layout),
        .text("csrf", \.csrf),
        .text("email", \.email),
        .text("typed", \.typed),
        .text("problem", optional: \.problem),
        .text("waits", optional: \.waits),
        .text("wanted", \.wanted),
        .text("presentState", \.presentState),
        .text("wantedState", \.wantedState),
        .text("ends", \.ends),
        .link("account") { _ in AccountRoute.index().link },
        .link("action") { _ in AccountRoute.email.link },
        .link("withdraw") { _ in AccountRoute.withdrawEmail.link },
    ])
}
