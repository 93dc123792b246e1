/// What a load balancer or `tidemark doctor` asks.
package enum HealthRoute: Route {
    /// Whether the process answers at all.
    case health
    /// Whether it can serve people: the database answers and has its schema.
    case ready

    package enum Pattern: String, CaseIterable, Sendable {
        case health = "/health"
        case ready = "/ready"
    }

    package var pattern: Pattern {
        switch self {
        case .health: .health
        case .ready: .ready
        }
    }

    package var link: Link { Link(trusted: pattern.rawValue) }
}
