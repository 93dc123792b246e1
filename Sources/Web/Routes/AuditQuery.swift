/// Which events of the record a page shows.
package struct AuditQuery: Hashable, Sendable {
    /// The names of the query items.
    package enum Item: String, CaseIterable, Sendable {
        case area, person, from, until, before
    }

    /// The word before the dot of an action.
    package var area: String?
    /// The id of who did it.
    package var person: String?
    /// The first and the last day, `2026-11-28`, in the company's time zone.
    package var from: String?
    package var until: String?
    /// Only events with a lower number.
    package var before: Int?

    package init() {}

    /// What cannot be read is left out.
    package static func read(_ value: (String) -> String?) -> AuditQuery {
        func text(_ item: Item, most: Int = 40) -> String? {
            value(item.rawValue).flatMap { $0.isEmpty || $0.utf8.count > most ? nil : $0 }
        }
        var query = AuditQuery()
        query.area = text(.area).flatMap { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F } ? $0 : nil }
        query.person = text(.person)
        query.from = text(.from)
        query.until = text(.until)
        query.before = text(.before).flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil }
        return query
    }

    /// Whether anything but the place in the list is chosen.
    package var isFiltered: Bool { area != nil || person != nil || from != nil || until != nil }

    /// The same choice, after an event.
    package func at(before sequence: Int?) -> AuditQuery {
        var query = self
        query.before = sequence
        return query
    }

    /// `?area=…`, or nothing.
    package var suffix: String {
        var items: [String] = []
        func add(_ item: Item, _ value: String?) {
            if let value { items.append("\(item.rawValue)=\(PercentEncoding.encode(value))") }
        }
        add(.area, area)
        add(.person, person)
        add(.from, from)
        add(.until, until)
        add(.before, before.map(String.init))
        return items.isEmpty ? "" : "?" + items.joined(separator: "&")
    }
}
