/// Confirming a change of address, with a link that was mailed.
package enum EmailChangeRoute: Route {
    /// The link in the mail. Only leads on, with the token in a cookie, so that it stays in no address.
    case link(token: String)
    /// The form (GET) and its submission (POST).
    case confirm
    /// The other address has yet to confirm.
    case waiting
    /// It is changed.
    case changed

    package enum Pattern: String, CaseIterable, Sendable {
        case link = "/confirm-address/{token}"
        case confirm = "/confirm-address"
        case waiting = "/confirm-address/waiting"
        case changed = "/confirm-address/changed"
    }

    /// The name of the parameter in the pattern.
    package static let tokenParameter = "token"

    package var pattern: Pattern {
        switch self {
        case .link: .link
        case .confirm: .confirm
        case .waiting: .waiting
        case .changed: .changed
        }
    }

    package var link: Link {
        if case .link(let token) = self {
            return Link(trusted: "\(Pattern.confirm.rawValue)/\(PercentEncoding.encode(token))")
        }
        return Link(trusted: pattern.rawValue)
    }
}
