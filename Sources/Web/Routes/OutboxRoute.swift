/// Mails that went to a folder instead of a mail server, for operators, in development.
package enum OutboxRoute: Route {
    case index
    case mail(String)

    package enum Pattern: String, CaseIterable, Sendable {
        case index = "/staff/outbox"
        case mail = "/staff/outbox/{mail}"
    }

    /// The name of the parameter in the pattern.
    package static let mailParameter = "mail"

    package var pattern: Pattern {
        switch self {
        case .index: .index
        case .mail: .mail
        }
    }

    package var link: Link {
        switch self {
        case .index: Link(trusted: pattern.rawValue)
        case .mail(let id): Link(trusted: "\(Pattern.index.rawValue)/\(PercentEncoding.encode(id))")
        }
    }
}
