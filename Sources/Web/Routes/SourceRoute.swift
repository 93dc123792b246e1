/// Sources: what a company's admins, and with the same pages operators, look after of connections and their runs.
package enum SourceRoute: Route {
    /// Connections and sources (GET).
    case index(ConsoleArea, SourceNote? = nil)
    /// Switching a source off or on (POST).
    case switching(ConsoleArea)
    /// Having a source read that anybody may read: the form (GET, with the source in the query), and doing it (POST).
    case connect(ConsoleArea, String? = nil)
    /// Reading its first records without keeping them (POST).
    case attempt(ConsoleArea)
    /// Passes of the pipeline (GET).
    case cycles(ConsoleArea)
    /// A connection with its runs (GET).
    case connection(ConsoleArea, String, SourceNote? = nil)
    /// Something done with it (POST).
    case act(ConsoleArea, String)
    /// A run (GET).
    case run(ConsoleArea, String, SourceNote? = nil)
    /// A decision about one that is held (POST).
    case decide(ConsoleArea, String)

    /// One page or action, the same in both areas.
    package enum Place: String, AreaPlace {
        case index = ""
        case switching = "/switch"
        case connect = "/connect"
        case attempt = "/connect/try"
        case cycles = "/cycles"
        case connection = "/connections/{source}"
        case act = "/connections/{source}/act"
        case run = "/runs/{run}"
        case decide = "/runs/{run}/decide"

        package static func prefix(of area: ConsoleArea) -> String { area.sourcesPrefix }
    }

    package typealias Pattern = AreaPattern<Place>

    /// Names of parameters in the patterns, of the item that says which source is meant, of the query item that says what was done, and of the form field that says what is to be.
    package static let connectionParameter = "source"
    package static let runParameter = "run"
    package static let sourceItem = "source"
    package static let noteItem = "did"
    package static let deedItem = "act"

    package var pattern: Pattern {
        switch self {
        case .index(let area, _): Pattern(area, .index)
        case .switching(let area): Pattern(area, .switching)
        case .connect(let area, _): Pattern(area, .connect)
        case .attempt(let area): Pattern(area, .attempt)
        case .cycles(let area): Pattern(area, .cycles)
        case .connection(let area, _, _): Pattern(area, .connection)
        case .act(let area, _): Pattern(area, .act)
        case .run(let area, _, _): Pattern(area, .run)
        case .decide(let area, _): Pattern(area, .decide)
        }
    }

    package var link: Link {
        func noted(_ path: String, _ note: SourceNote?) -> Link {
            Link(trusted: path + (note.map { "?" + $0.items } ?? ""))
        }
        switch self {
        case .index(_, let note): return noted(pattern.rawValue, note)
        case .switching, .cycles, .attempt: return Link(trusted: pattern.rawValue)
        case .connect(_, let source):
            let query = source.map { "?\(Self.sourceItem)=\(PercentEncoding.encode($0))" } ?? ""
            return Link(trusted: pattern.rawValue + query)
        case .connection(let area, let id, let note):
            return noted("\(area.sourcesPrefix)/connections/\(PercentEncoding.encode(id))", note)
        case .act(let area, let id):
            return Link(trusted: "\(area.sourcesPrefix)/connections/\(PercentEncoding.encode(id))/act")
        case .run(let area, let id, let note):
            return noted("\(area.sourcesPrefix)/runs/\(PercentEncoding.encode(id))", note)
        case .decide(let area, let id):
            return Link(trusted: "\(area.sourcesPrefix)/runs/\(PercentEncoding.encode(id))/decide")
        }
    }
}
