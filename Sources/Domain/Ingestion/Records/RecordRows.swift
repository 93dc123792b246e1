import Connectors

/// Dated records of one page, each with the line that says where it came from.
enum RecordRows: Sendable {
    case articles([(line: Int, record: Article)])
    case posts([(line: Int, record: Post)])
    case series([(line: Int, record: SeriesPoint)])

    var count: Int {
        switch self {
        case .articles(let rows): rows.count
        case .posts(let rows): rows.count
        case .series(let rows): rows.count
        }
    }
}
