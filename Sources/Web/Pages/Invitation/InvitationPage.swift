import Routes

/// What somebody is invited to, and the way to accept it that is theirs.
package struct InvitationPage: Page {
    /// How the one who looks can accept.
    package enum Way: Hashable, Sendable {
        /// They are signed in as the address that is invited.
        case accept
        /// Somebody has the address: they sign in first.
        case signIn
        /// Nobody has the address: they give a name and a password.
        case join(name: String, AccountProblem?)
        /// They are signed in as somebody else, and sign out with this form token first.
        case other(email: String, csrf: String)
    }

    let layout: PlainLayout
    let csrf: String
    let why: String
    let email: String
    let name: String
    let problem: String?
    let canAccept: Bool
    let signIn: Link?
    let isNew: Bool
    let other: String?
    let otherCSRF: String

    /// - Parameters:
    ///   - csrf: the token of the anonymous session.
    ///   - email: who is invited.
    ///   - role: in the person's language.
    ///   - inviter: who invites.
    package init(
        assets: AssetLinks, csrf: String, company: String, email: String, role: String, inviter: String, way: Way,
        text: InterfaceText = .english
    ) {
        layout = PlainLayout(assets, title: text.fill(.invitationTitle, ["company": company]), text)
        self.csrf = csrf
        self.email = email
        why = text.fill(.invitationWhy, ["inviter": inviter, "company": company, "role": role])
        var (name, problem, signIn, other, otherCSRF): (String, String?, Link?, String?, String) = (
            "", nil, nil, nil, ""
        )
        switch way {
        case .accept: break
        case .signIn: signIn = SessionRoute.signIn(next: InvitationRoute.show.link).link
        case .join(let typed, let found):
            name = typed
            problem = found?.sentence(text)
        case .other(let present, let token):
            other = text.fill(.invitationOther, ["present": present, "email": email])
            otherCSRF = token
        }
        self.name = name
        self.problem = problem
        self.signIn = signIn
        self.other = other
        self.otherCSRF = otherCSRF
        canAccept = way == .accept
        if case .join = way { isNew = true } else { isNew = false }
    }

    package static let template = "invitation/show"

    package static func program(in library: TemplateLibrary) -> Program<InvitationPage> { library.invitation }

    package static let shape = Shape<InvitationPage>([
        .part("layout", \.layout),
        .text("csrf", \.csrf),
        .text("why", \.why),
        .text("email", \.email),
        .text("name", \.name),
        .text("problem", optional: \.problem),
        .flag("canAccept", \.canAccept),
        .link("accept") { _ in InvitationRoute.show.link },
        .link("signIn", optional: \.signIn),
        .flag("isNew", \.isNew),
        .link("join") { _ in InvitationRoute.join.link },
        .text("other", optional: \.other),
        .text("otherCSRF", \.otherCSRF),
        .link("signOut") { _ in SessionRoute.signOut.link },
    ])
}
