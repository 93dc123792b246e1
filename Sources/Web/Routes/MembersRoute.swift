/// The members of a company, for its admins and owners.
package enum MembersRoute: Route {
    /// Members and open invitations.
    case index(MembersNote? = nil)
    /// One member: their role, and the end of their membership.
    case member(String)
    /// Gives a member another role (POST only).
    case role
    /// Ends a membership (POST only).
    case remove
    /// Invites somebody (POST only).
    case invite
    /// Mails an invitation again (POST only).
    case resend
    /// Takes an invitation back (POST only).
    case withdraw

    package enum Pattern: String, CaseIterable, Sendable {
        case index = "/company/members"
        case member = "/company/members/{member}"
        case role = "/company/members/role"
        case remove = "/company/members/remove"
        case invite = "/company/members/invite"
        case resend = "/company/members/resend"
        case withdraw = "/company/members/withdraw"
    }

    /// The name of the parameter in the pattern.
    package static let memberParameter = "member"
    package static let noteItem = "done"

    package var pattern: Pattern {
        switch self {
        case .index: .index
        case .member: .member
        case .role: .role
        case .remove: .remove
        case .invite: .invite
        case .resend: .resend
        case .withdraw: .withdraw
        }
    }

    package var link: Link {
        switch self {
        case .index(let note?): Link(trusted: "\(Pattern.index.rawValue)?\(Self.noteItem)=\(note.rawValue)")
        case .member(let id): Link(trusted: "\(Pattern.index.rawValue)/\(PercentEncoding.encode(id))")
        case .index, .role, .remove, .invite, .resend, .withdraw: Link(trusted: pattern.rawValue)
        }
    }
}
