/// Which alerts a list shows.
package struct AlertsQuery: Hashable, Sendable {
    package enum Show: String, CaseIterable, Sendable {
        /// Those that are not over.
        case living
        case resolved
    }

    package var show: Show
    /// Where a further page goes on: opaque, made by the server.
    package var cursor: String?

    package static let showItem = "show"
    package static let cursorItem = "cursor"

    package init(show: Show = .living, cursor: String? = nil) {
        self.show = show
        self.cursor = cursor
    }

    /// From the items of a query. What is not understood is left out.
    package init(show: String?, cursor: String?) {
        self.init(
            show: show.flatMap(Show.init(rawValue:)) ?? .living,
            cursor: cursor.flatMap { $0.utf8.count <= 100 ? $0 : nil })
    }

    /// As it stands behind a path.
    package var suffix: String {
        var items: [String] = []
        if show != .living { items.append("\(Self.showItem)=\(show.rawValue)") }
        if let cursor { items.append("\(Self.cursorItem)=\(PercentEncoding.encode(cursor))") }
        return items.isEmpty ? "" : "?" + items.joined(separator: "&")
    }
}
