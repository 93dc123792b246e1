/// Who may do what with whose membership. Admins look after everybody up to admins; owners after everybody; a company that has an
/// owner keeps one.
package enum MembershipRule {
    /// Why a membership stays as it is.
    package enum Refusal: Error, Sendable, Hashable, CaseIterable {
        /// The one who asks is no admin or owner (any more).
        case noAdmin
        /// Only owners make, change and remove owners.
        case ownersOnly
        /// It is the company's last owner.
        case lastOwner
    }

    /// Whether somebody may let a person in with a role.
    package static func refusal(toGrant role: Role, by actor: Role?) -> Refusal? {
        guard let actor, actor >= .admin else { return .noAdmin }
        return role == .owner && actor != .owner ? .ownersOnly : nil
    }

    /// Whether somebody may change a member's role.
    /// - Parameters:
    ///   - present: what the member is.
    ///   - wanted: what they shall be; nil for no member any more.
    ///   - owners: how many owners the company has.
    package static func refusal(toMake wanted: Role?, from present: Role, by actor: Role?, owners: Int) -> Refusal? {
        guard let actor, actor >= .admin else { return .noAdmin }
        guard wanted != .owner && present != .owner || actor == .owner else { return .ownersOnly }
        return present == .owner && wanted != .owner && owners <= 1 ? .lastOwner : nil
    }
}
