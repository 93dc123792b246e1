/// Joining a company by an invitation.
package enum InvitationRoute: Route {
    /// The link in the mail. Only leads on, with the token in a cookie, so that it stays in no address.
    case link(token: String)
    /// What one is invited to (GET), and accepting it as who is signed in (POST).
    case show
    /// Accepting it as somebody new (POST only).
    case join

    package enum Pattern: String, CaseIterable, Sendable {
        case link = "/invitation/{token}"
        case show = "/invitation"
        case join = "/invitation/join"
    }

    /// The name of the parameter in the pattern.
    package static let tokenParameter = "token"

    package var pattern: Pattern {
        switch self {
        case .link: .link
        case .show: .show
        case .join: .join
        }
    }

    package var link: Link {
        if case .link(let token) = self {
            return Link(trusted: "\(Pattern.show.rawValue)/\(PercentEncoding.encode(token))")
        }
        return Link(trusted: pattern.rawValue)
    }
}
