/// Which day's score is opened, and what it is compared with.
package struct ScoreQuery: Sendable, Hashable {
    /// ISO 8601 (`2026-11-30`); nil for the newest.
    package let on: String?
    /// The day it is compared with; nil for none.
    package let since: String?

    package static let onItem = "on"
    package static let sinceItem = "since"

    package init(on: String? = nil, since: String? = nil) {
        self.on = on.flatMap { $0.isEmpty ? nil : String($0.prefix(20)) }
        self.since = since.flatMap { $0.isEmpty ? nil : String($0.prefix(20)) }
    }

    var suffix: String {
        let items = [
            on.map { "\(Self.onItem)=\(PercentEncoding.encode($0))" },
            since.map { "\(Self.sinceItem)=\(PercentEncoding.encode($0))" },
        ].compactMap(\.self)
        return items.isEmpty ? "" : "?" + items.joined(separator: "&")
    }
}
