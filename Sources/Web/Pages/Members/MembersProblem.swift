/// Why a membership or an invitation stays as it is.
package enum MembersProblem: Hashable, Sendable, CaseIterable {
    /// It is no address that mail can be sent to.
    case noAddress
    /// Somebody with that address is a member.
    case alreadyMember
    /// Only owners make, change and remove owners.
    case ownersOnly
    /// It is the company's last owner.
    case lastOwner
    /// Enough mail went out for now.
    case tooManyMails

    func sentence(_ text: InterfaceText) -> String {
        switch self {
        case .noAddress: text[.noAddress]
        case .alreadyMember: text[.membersAlready]
        case .ownersOnly: text[.membersOwnersOnly]
        case .lastOwner: text[.membersLastOwner]
        case .tooManyMails: text[.membersTooMany]
        }
    }
}
