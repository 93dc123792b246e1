/// Signing in and out.
package enum SessionRoute: Route {
    /// The form (GET) and its submission (POST). `next` is where to go afterwards; the dashboard is never written out.
    case signIn(next: Link? = nil)
    /// The code of the second factor, after the password (GET) and its submission (POST). `next` as with signing in.
    case code(next: Link? = nil)
    /// Ends the session (POST only).
    case signOut

    package enum Pattern: String, CaseIterable, Sendable {
        case signIn = "/sign-in"
        case code = "/sign-in/code"
        case signOut = "/sign-out"
    }

    /// The name of the query item and form field that carries where to go after signing in.
    package static let nextParameter = "next"

    package var pattern: Pattern {
        switch self {
        case .signIn: .signIn
        case .code: .code
        case .signOut: .signOut
        }
    }

    package var link: Link {
        switch self {
        case .signIn(let next?) where next != HomeRoute.dashboard.link,
            .code(let next?) where next != HomeRoute.dashboard.link:
            let value = PercentEncoding.encode(next.text)
            return Link(trusted: "\(pattern.rawValue)?\(Self.nextParameter)=\(value)")
        case .signIn, .code, .signOut:
            return Link(trusted: pattern.rawValue)
        }
    }
}
