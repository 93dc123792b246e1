/// How right forecasts were.
package enum TrackRecordRoute: Route {
    /// The page.
    case index
    /// The same as a file for a spreadsheet.
    case export

    package enum Pattern: String, CaseIterable, Sendable {
        case index = "/track-record"
        case export = "/track-record/export"
    }

    package var pattern: Pattern {
        switch self {
        case .index: .index
        case .export: .export
        }
    }

    package var link: Link { Link(trusted: pattern.rawValue) }
}
