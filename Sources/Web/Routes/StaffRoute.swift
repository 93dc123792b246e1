/// What the platform's staff look after, besides jobs.
package enum StaffRoute: Route {
    /// The companies there are.
    case companies

    package enum Pattern: String, CaseIterable, Sendable {
        case companies = "/staff/companies"
    }

    package var pattern: Pattern { .companies }

    package var link: Link { Link(trusted: pattern.rawValue) }
}
