/// Style sheets, scripts and icons, served under names that contain a hash of their content.
package enum AssetRoute: Route {
    /// A file of `Public/` by its served name, for example `tidemark.3f9a1c.css`.
    case asset(String)

    package enum Pattern: String, CaseIterable, Sendable {
        case asset = "/assets/{name}"
    }

    /// The name of the parameter in the pattern.
    package static let nameParameter = "name"

    package var pattern: Pattern { .asset }

    package var link: Link {
        switch self {
        case .asset(let name): Link(trusted: "/assets/\(PercentEncoding.encode(name))")
        }
    }
}
