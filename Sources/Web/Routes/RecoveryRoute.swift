/// Setting a new password without the old one.
package enum RecoveryRoute: Route {
    /// The form for an address (GET) and its submission (POST).
    case forgot
    /// What to expect after that.
    case sent
    /// The link in the mail. Only leads on, with the token in a cookie, so that it stays in no address.
    case link(token: String)
    /// The form for the new password (GET) and its submission (POST).
    case password
    /// It is set.
    case done

    package enum Pattern: String, CaseIterable, Sendable {
        case forgot = "/forgot-password"
        case sent = "/forgot-password/sent"
        case link = "/reset-password/{token}"
        case password = "/reset-password"
        case done = "/reset-password/done"
    }

    /// The name of the parameter in the pattern.
    package static let tokenParameter = "token"

    package var pattern: Pattern {
        switch self {
        case .forgot: .forgot
        case .sent: .sent
        case .link: .link
        case .password: .password
        case .done: .done
        }
    }

    package var link: Link {
        if case .link(let token) = self {
            return Link(trusted: "\(Pattern.password.rawValue)/\(PercentEncoding.encode(token))")
        }
        return Link(trusted: pattern.rawValue)
    }
}
