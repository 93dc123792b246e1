import Routes

/// An open invitation in the list, with the forms that mail it again and take it back.
package struct InvitationLine: PageValue {
    let csrf: String
    let id: String
    let email: String
    let role: String
    let invited: String
    let isOver: Bool

    /// - Parameters:
    ///   - role: in the person's language.
    ///   - isOver: whether its seven days are over.
    package init(id: String, email: String, role: String, invited: MomentStamp, isOver: Bool, frame: PageFrame) {
        csrf = frame.csrf
        self.id = id
        self.email = email
        self.role = role
        self.invited = frame.text.age(of: invited, at: frame.now)
        self.isOver = isOver
    }

    package static let shape = Shape<InvitationLine>([
        .text("csrf", \.csrf),
        .text("id", \.id),
        .text("email", \.email),
        .text("role", \.role),
        .text("invited", \.invited),
        .flag("isOver", \.isOver),
        .link("resend") { _ in MembersRoute.resend.link },
        .link("withdraw") { _ in MembersRoute.withdraw.link },
    ])
}
