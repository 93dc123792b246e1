package import Routes

/// A person's own account: their companies, and the browsers they are signed in with.
package struct AccountPage: Page {
    let layout: Layout
    let csrf: String
    let email: String
    let note: String?
    let companies: [CompanyChoice]
    let browsers: [BrowserLine]
    let factorState: String
    let security: Link?

    /// - Parameters:
    ///   - hasSecondFactor: whether signing in takes a code too.
    ///   - isOwner: whether the person may say what the company demands of its members.
    package init(
        frame: PageFrame, email: String, note: AccountNote?, companies: [CompanyChoice], browsers: [BrowserLine],
        hasSecondFactor: Bool = false, isOwner: Bool = false
    ) {
        let text = frame.text
        layout = Layout(
            frame, title: text.count(browsers.count, one: .accountTitleOne, other: .accountTitleOther), area: nil)
        csrf = frame.csrf
        self.email = email
        self.note = note.map { note in
            switch note {
            case .ended: text[.accountDidEnd]
            case .password: text[.accountDidPassword]
            case .factorOff: text[.accountDidFactorOff]
            case .emailStays: text[.emailStays]
            case .company: text.fill(.accountDidCompany, ["company": frame.company])
            }
        }
        self.companies = companies
        self.browsers = browsers
        factorState = text[hasSecondFactor ? .accountFactorOn : .accountFactorOff]
        security = isOwner ? SecurityRoute.index().link : nil
    }

    package static let template = "account/index"

    package static func program(in library: TemplateLibrary) -> Program<AccountPage> { library.account }

    package static let shape = Shape<AccountPage>([
        .part("layout", \.layout),
        .text("csrf", \.csrf),
        .text("email", \.email),
        .text("note", optional: \.note),
        .link("password") { _ in AccountRoute.password.link },
        .link("emailPage") { _ in AccountRoute.email.link },
        .link("end") { _ in AccountRoute.sessions.link },
        .list("companies", \.companies),
        .list("browsers", \.browsers),
        .text("factorState", \.factorState),
        .link("factor") { _ in AccountRoute.secondFactor.link },
        .link("security", optional: \.security),
        .flag("hasOthers") { $0.browsers.count > 1 },
    ])
}
