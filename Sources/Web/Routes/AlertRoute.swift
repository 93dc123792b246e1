/// Alerts: what a company's admins, and with the same pages operators for the platform, hear of and look after.
package enum AlertRoute: Route {
    /// Alerts (GET).
    case index(ConsoleArea, AlertsQuery)
    /// One with what happened to it (GET).
    case alert(ConsoleArea, String, AlertNote? = nil)
    /// Something done with it (POST).
    case act(ConsoleArea, String)
    /// Figures and their limits (GET), and watching another one (POST).
    case monitors(ConsoleArea, AlertNote? = nil)
    /// One of them: the form (GET) and its submission (POST).
    case monitor(ConsoleArea, String)
    /// Where alerts are told (GET), and telling them somewhere else (POST).
    case channels(ConsoleArea, AlertNote? = nil)
    /// One of them with what was told there (GET).
    case channel(ConsoleArea, String, AlertNote? = nil)
    /// Something done with it (POST).
    case actOnChannel(ConsoleArea, String)

    /// One page or action, the same in both areas.
    package enum Place: String, AreaPlace {
        case index = ""
        case alert = "/{alert}"
        case act = "/{alert}/act"
        case monitors = "/monitors"
        case monitor = "/monitors/{monitor}"
        case channels = "/channels"
        case channel = "/channels/{channel}"
        case actOnChannel = "/channels/{channel}/act"

        package static func prefix(of area: ConsoleArea) -> String { area.alertsPrefix }
    }

    package typealias Pattern = AreaPattern<Place>

    /// Names of parameters in the patterns, of the query item that says what was done, and of the form field that says what is to be.
    package static let alertParameter = "alert"
    package static let monitorParameter = "monitor"
    package static let channelParameter = "channel"
    package static let noteItem = "did"
    package static let deedItem = "act"

    /// The page of an alert of a company or of the platform, or of all of them: what links in messages lead to.
    package static func page(of alert: String?, isPlatforms: Bool) -> AlertRoute {
        let area: ConsoleArea = isPlatforms ? .platform : .company
        return alert.map { .alert(area, $0) } ?? .index(area, AlertsQuery())
    }

    package var pattern: Pattern {
        switch self {
        case .index(let area, _): Pattern(area, .index)
        case .alert(let area, _, _): Pattern(area, .alert)
        case .act(let area, _): Pattern(area, .act)
        case .monitors(let area, _): Pattern(area, .monitors)
        case .monitor(let area, _): Pattern(area, .monitor)
        case .channels(let area, _): Pattern(area, .channels)
        case .channel(let area, _, _): Pattern(area, .channel)
        case .actOnChannel(let area, _): Pattern(area, .actOnChannel)
        }
    }

    package var link: Link {
        func noted(_ path: String, _ note: AlertNote?) -> Link {
            Link(trusted: path + (note.map { "?\(Self.noteItem)=\($0.rawValue)" } ?? ""))
        }
        switch self {
        case .index(_, let query): return Link(trusted: pattern.rawValue + query.suffix)
        case .alert(let area, let id, let note):
            return noted("\(area.alertsPrefix)/\(PercentEncoding.encode(id))", note)
        case .act(let area, let id): return Link(trusted: "\(area.alertsPrefix)/\(PercentEncoding.encode(id))/act")
        case .monitors(_, let note), .channels(_, let note): return noted(pattern.rawValue, note)
        case .monitor(let area, let id):
            return Link(trusted: "\(area.alertsPrefix)/monitors/\(PercentEncoding.encode(id))")
        case .channel(let area, let id, let note):
            return noted("\(area.alertsPrefix)/channels/\(PercentEncoding.encode(id))", note)
        case .actOnChannel(let area, let id):
            return Link(trusted: "\(area.alertsPrefix)/channels/\(PercentEncoding.encode(id))/act")
        }
    }
}
