import Routes

/// A member of the company in the list.
package struct MemberLine: PageValue {
    let name: String
    let email: String
    let role: String
    let joined: String
    let isSelf: Bool
    let link: Link

    /// - Parameter role: in the person's language.
    package init(
        id: String, name: String, email: String, role: String, joined: MomentStamp, isSelf: Bool, frame: PageFrame
    ) {
        self.name = name
        self.email = email
        self.role = role
        self.joined = frame.text.moment(joined, in: frame.zone)
        self.isSelf = isSelf
        link = MembersRoute.member(id).link
    }

    package static let shape = Shape<MemberLine>([
        .text("name", \.name),
        .text("email", \.email),
        .text("role", \.role),
        .text("joined", \.joined),
        .flag("isSelf", \.isSelf),
        .link("link", \.link),
    ])
}
