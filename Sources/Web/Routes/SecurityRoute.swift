/// What a company demands of its members; for owners.
package enum SecurityRoute: Route {
    /// The demands (GET), and changing them (POST). `isSaved` is said on the page that follows.
    case index(isSaved: Bool = false)

    package enum Pattern: String, CaseIterable, Sendable {
        case index = "/company/security"
    }

    package static let savedItem = "saved"

    package var pattern: Pattern { .index }

    package var link: Link {
        switch self {
        case .index(let isSaved): Link(trusted: Pattern.index.rawValue + (isSaved ? "?\(Self.savedItem)=1" : ""))
        }
    }
}
