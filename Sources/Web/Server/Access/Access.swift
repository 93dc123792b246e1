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
    /// Somebody who works for the platform, and gave their password in the last 15 minutes. For everybody else, signed in or not,
    /// there is nothing there.
    case staff(StaffRole)
}
