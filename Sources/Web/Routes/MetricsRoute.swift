/// What a monitoring system reads. Not for people, and not for everybody.
package enum MetricsRoute: Route {
    case metrics

    package enum Pattern: String, CaseIterable, Sendable {
        case metrics = "/metrics"
    }

    package var pattern: Pattern { .metrics }

    package var link: Link { Link(trusted: Pattern.metrics.rawValue) }
}
