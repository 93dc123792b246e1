/// Making a company of one's own.
package enum SignUpRoute: Route {
    /// The form (GET) and its submission (POST).
    case form
    /// What to expect after that.
    case sent
    /// The link in the mail. Only leads on, with the token in a cookie, so that it stays in no address.
    case link(token: String)
    /// The form that confirms (GET) and its submission (POST).
    case confirm

    package enum Pattern: String, CaseIterable, Sendable {
        case form = "/sign-up"
        case sent = "/sign-up/sent"
        case link = "/sign-up/confirm/{token}"
        case confirm = "/sign-up/confirm"
    }

    /// The name of the parameter in the pattern.
    package static let tokenParameter = "token"

    package var pattern: Pattern {
        switch self {
        case .form: .form
        case .sent: .sent
        case .link: .link
        case .confirm: .confirm
        }
    }

    package var link: Link {
        if case .link(let token) = self {
            return Link(trusted: "\(Pattern.confirm.rawValue)/\(PercentEncoding.encode(token))")
        }
        return Link(trusted: pattern.rawValue)
    }
}
