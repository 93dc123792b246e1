/// Signing in and out.
package enum SessionRoute: Route {
    /// The form (GET) and its submission (POST). `next` is where to go afterwards; the dashboard is never written out.
    case signIn(next: Link? = nil)
    /// Ends the session (POST only).
    case signOut

    package enum Pattern: String, CaseIterable, Sendable {
        case signIn = "/sign-in"
        case signOut = "/sign-out"
    }

    /// The name of the query item and form field that carries where to go after signing in.
    package static let nextParameter = "next"

    package var pattern: Pattern {
        switch self {
        case .signIn: .signIn
        case .signOut: .signOut
        }
    }

    package var link: Link {
        switch self {
        case .signIn(let next?) where next != HomeRoute.dashboard.link:
            let value = PercentEncoding.encode(next.text)
            return Link(trusted: "\(Pattern.signIn.rawValue)?\(Self.nextParameter)=\(value)")
        case .signIn, .signOut:
            return Link(trusted: pattern.rawValue)
        }
    }
}
