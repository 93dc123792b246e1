/// A company's tokens for programs; for admins.
package enum TokenRoute: Route {
    /// All tokens and the form for one more (GET), and making it (POST). `isRevoked` is said on the page that follows.
    case index(isRevoked: Bool = false)
    /// Ends one (POST only).
    case revoke(String)

    package enum Pattern: String, CaseIterable, Sendable {
        case index = "/company/tokens"
        case revoke = "/company/tokens/{token}/revoke"
    }

    /// The name of the parameter in the patterns.
    package static let tokenParameter = "token"
    package static let revokedItem = "revoked"

    package var pattern: Pattern {
        switch self {
        case .index: .index
        case .revoke: .revoke
        }
    }

    package var link: Link {
        switch self {
        case .index(let isRevoked):
            Link(trusted: Pattern.index.rawValue + (isRevoked ? "?\(Self.revokedItem)=1" : ""))
        case .revoke(let token): Link(trusted: "/company/tokens/\(PercentEncoding.encode(token))/revoke")
        }
    }
}
