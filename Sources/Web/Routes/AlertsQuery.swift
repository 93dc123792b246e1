/// Which alerts a list shows.
package struct AlertsQuery: Hashable, Sendable {
    package enum Show: String, CaseIterable, Sendable {
        /// Those that are not over.
        case living
        case resolved
    }

    package var show: Show
    /// Of a further page: seconds since 1970, to the millisecond, when the last one of the page before began.
    package var before: Double?

    package static let showItem = "show"
    package static let beforeItem = "before"

    package init(show: Show = .living, before: Double? = nil) {
        self.show = show
        self.before = before
    }

    /// From the items of a query. What is not understood is left out.
    package init(show: String?, before: String?) {
        self.init(
            show: show.flatMap(Show.init(rawValue:)) ?? .living,
            before: before.flatMap(Double.init).flatMap { (0...1e11).contains($0) ? $0 : nil })
    }

    /// As it stands behind a path.
    package var suffix: String {
        var items: [String] = []
        if show != .living { items.append("\(Self.showItem)=\(show.rawValue)") }
        if let before { items.append("\(Self.beforeItem)=\(before)") }
        return items.isEmpty ? "" : "?" + items.joined(separator: "&")
    }
}
