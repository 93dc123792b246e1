package import Routes

/// The members of the company and who is invited.
package struct MembersPage: Page {
    let layout: Layout
    let tabs: [TabLink]
    let csrf: String
    let note: String?
    let problem: String?
    let members: [MemberLine]
    let invitations: [InvitationLine]
    let roles: [FilterOption]
    let email: String

    /// - Parameters:
    ///   - roles: that the one who looks may give, from least to most.
    ///   - email: what was typed before.
    package init(
        frame: PageFrame, note: MembersNote? = nil, problem: MembersProblem? = nil, members: [MemberLine],
        invitations: [InvitationLine], roles: [FilterOption], email: String = ""
    ) {
        let text = frame.text
        layout = Layout(
            frame, title: text.count(members.count, one: .membersTitleOne, other: .membersTitleOther), area: .company)
        tabs = TabLink.all(current: .members, text)
        csrf = frame.csrf
        self.note = note.map { note in
            switch note {
            case .role: text[.membersDidRole]
            case .removed: text[.membersDidRemove]
            case .invited: text[.membersDidInvite]
            case .withdrawn: text[.membersDidWithdraw]
            }
        }
        self.problem = problem?.sentence(text)
        self.members = members
        self.invitations = invitations
        self.roles = roles
        self.email = email
    }

    package static let template = "members/index"

    package static func program(in library: TemplateLibrary) -> Program<MembersPage> { library.members }

    package static let shape = Shape<MembersPage>([
        .part("layout", \.layout),
        .list("tabs", \.tabs),
        .text("csrf", \.csrf),
        .text("note", optional: \.note),
        .text("problem", optional: \.problem),
        .list("members", \.members),
        .list("invitations", \.invitations),
        .flag("hasInvitations") { !$0.invitations.isEmpty },
        .list("roles", \.roles),
        .text("email", \.email),
        .link("invite") { _ in MembersRoute.invite.link },
    ])
}
