import Companies

/// Who may open a route. A context type has one, and so has each row of `AccessPolicy`.
enum Access: Hashable, Sendable {
    /// Anybody at all.
    case everybody
    /// Somebody who is signed in, in a company or in none.
    case signedIn
    /// A member of the company the session is in, with this role or a higher one.
    case member(Role)
    /// The same, who gave their password in the last 15 minutes.
    case confirmed(Role)
    /// A program with a token that has this scope, or a member with this role or a higher one; from admins on, who gave their password in
    /// the last 15 minutes.
    case api(APIScope, Role)
    /// A program with a token, whatever it may.
    case program
    /// Somebody who works for the platform, and gave their password in the last 15 minutes. For everybody else, signed in or not,
    /// there is nothing there.
    case staff(StaffRole)
    /// Somebody who decides about pairs for the platform. They see neither prices nor companies, so a session is enough all day. For
    /// everybody else, signed in or not, there is nothing there.
    case reviewer
}
