/// Jobs: the console of a company's admins and, with the same pages, that of operators.
package enum JobRoute: Route {
    /// What is going on, and the list (GET).
    case index(ConsoleArea, JobsQuery, JobOutcomeNote? = nil)
    /// One job by its id (GET), what an action did with it.
    case job(ConsoleArea, String, JobOutcomeNote? = nil)
    /// Something done with one job (POST).
    case act(ConsoleArea, String)
    /// What an action on all jobs of a list would be about, or where it goes on (GET).
    case confirm(ConsoleArea, JobDeed, JobsQuery, JobContinuation? = nil)
    /// That action (POST).
    case confirmation(ConsoleArea)
    /// Stopping a queue or kind and letting it go on (POST).
    case pauses(ConsoleArea)
    /// Schedules (GET), and stopping one (POST).
    case schedules(ConsoleArea, JobOutcomeNote? = nil)
    /// A job by hand: the form (GET) and its submission (POST).
    case new(ConsoleArea)

    /// One page or action, the same in both areas.
    package enum Place: String, AreaPlace {
        case index = ""
        case job = "/{job}"
        case act = "/{job}/act"
        case confirm = "/confirm"
        case pauses = "/pauses"
        case schedules = "/schedules"
        case new = "/new"

        package static func prefix(of area: ConsoleArea) -> String { area.prefix }
    }

    package typealias Pattern = AreaPattern<Place>

    /// The name of the parameter in the patterns.
    package static let jobParameter = "job"
    /// The name of the query item and form field that says what is to be done.
    package static let deedItem = "act"

    package var pattern: Pattern {
        switch self {
        case .index(let area, _, _): Pattern(area, .index)
        case .job(let area, _, _): Pattern(area, .job)
        case .act(let area, _): Pattern(area, .act)
        case .confirm(let area, _, _, _): Pattern(area, .confirm)
        case .confirmation(let area): Pattern(area, .confirm)
        case .pauses(let area): Pattern(area, .pauses)
        case .schedules(let area, _): Pattern(area, .schedules)
        case .new(let area): Pattern(area, .new)
        }
    }

    package var link: Link {
        switch self {
        case .index(_, let query, let note):
            let suffix = query.suffix
            guard let note else { return Link(trusted: pattern.rawValue + suffix) }
            return Link(trusted: pattern.rawValue + (suffix.isEmpty ? "?" : suffix + "&") + note.items)
        case .job(let area, let job, let note):
            return Link(trusted: "\(area.prefix)/\(PercentEncoding.encode(job))\(note.map { "?" + $0.items } ?? "")")
        case .act(let area, let job): return Link(trusted: "\(area.prefix)/\(PercentEncoding.encode(job))/act")
        case .confirm(_, let deed, let query, let continuation):
            let suffix = query.at(cursor: nil).suffix
            return Link(
                trusted: pattern.rawValue + (suffix.isEmpty ? "?" : suffix + "&") + "\(Self.deedItem)=\(deed.rawValue)"
                    + (continuation.map { "&" + $0.suffix } ?? ""))
        case .schedules(_, let note):
            return Link(trusted: pattern.rawValue + (note.map { "?" + $0.items } ?? ""))
        case .pauses, .new, .confirmation: return Link(trusted: pattern.rawValue)
        }
    }
}
