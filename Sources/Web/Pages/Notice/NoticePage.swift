import Routes

/// A page for anybody that says one thing and perhaps where to go on.
package struct NoticePage: Page {
    /// What is said.
    package enum Subject: Sendable, CaseIterable {
        /// A mail is on its way, if somebody has the address.
        case resetSent
        /// There is a new password.
        case resetDone
        /// A link for a new password that is of no use.
        case resetDead
        /// A link to join a company that is of no use.
        case invitationDead
        /// A mail to confirm an address is on its way.
        case signUpSent
        /// A link to confirm an address that is of no use.
        case signUpDead
        /// One address has confirmed that it changes, the other has yet to.
        case emailWaiting
        /// Another address holds.
        case emailChanged
        /// A link to confirm a change of address that is of no use.
        case emailDead
    }

    let layout: PlainLayout
    let what: String
    let hint: String
    let next: Link
    let label: String

    package init(_ subject: Subject, assets: AssetLinks, text: InterfaceText = .english) {
        let keys: (title: TextKey, what: TextKey, hint: TextKey, label: TextKey)
        switch subject {
        case .resetSent:
            keys = (.resetSentTitle, .resetSentWhat, .resetSentHint, .noticeSignIn)
            next = SessionRoute.signIn().link
        case .resetDone:
            keys = (.resetDoneTitle, .resetDoneWhat, .resetDoneHint, .noticeSignIn)
            next = SessionRoute.signIn().link
        case .resetDead:
            keys = (.resetDeadTitle, .resetDeadWhat, .resetDeadHint, .resetDeadAgain)
            next = RecoveryRoute.forgot.link
        case .invitationDead:
            keys = (.invitationDeadTitle, .invitationDeadWhat, .invitationDeadHint, .noticeSignIn)
            next = SessionRoute.signIn().link
        case .signUpSent:
            keys = (.resetSentTitle, .signUpSentWhat, .signUpSentHint, .noticeSignIn)
            next = SessionRoute.signIn().link
        case .signUpDead:
            keys = (.resetDeadTitle, .signUpDeadWhat, .signUpDeadHint, .signUpAgain)
            next = SignUpRoute.form.link
        case .emailWaiting:
            keys = (.emailWaitingTitle, .emailWaitingWhat, .emailWaitingHint, .emailGoOn)
            next = AccountRoute.index().link
        case .emailChanged:
            keys = (.emailChangedTitle, .emailChangedWhat, .emailChangedHint, .emailGoOn)
            next = AccountRoute.index().link
        case .emailDead:
            keys = (.resetDeadTitle, .emailDeadWhat, .emailDeadHint, .emailGoOn)
            next = AccountRoute.index().link
        }
        layout = PlainLayout(assets, title: text[keys.title], text)
        what = text[keys.what]
        hint = text[keys.hint]
        label = text[keys.label]
    }

    package static let template = "notice/show"

    package static func program(in library: TemplateLibrary) -> Program<NoticePage> { library.notice }

    package static let shape = Shape<NoticePage>([
        .part("layout", \.layout),
        .text("what", \.what),
        .text("hint", \.hint),
        .link("next", \.next),
        .text("label", \.label),
    ])
}
