/// The first page of a signed-in person.
package enum HomeRoute: Route {
    /// What changed and what it rests on.
    case dashboard

    package enum Pattern: String, CaseIterable, Sendable {
        case dashboard = "/"
    }

    package var pattern: Pattern { .dashboard }

    package var link: Link { Link(trusted: Pattern.dashboard.rawValue) }
}
