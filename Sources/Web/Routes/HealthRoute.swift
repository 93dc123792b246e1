/// What a load balancer or `tidemark doctor` asks.
package enum HealthRoute: Route {
    case health

    package enum Pattern: String, CaseIterable, Sendable {
        case health = "/health"
    }

    package var pattern: Pattern { .health }

    package var link: Link { Link(trusted: Pattern.health.rawValue) }
}
