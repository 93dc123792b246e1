extension JobsQuery {
    /// A query read from a URL or a form, what an action before it did, and what had no effect.
    package struct Reading: Hashable, Sendable {
        package let query: JobsQuery
        package let note: JobOutcomeNote?
        package let ignored: [IgnoredParameter]
    }

    private static let longestValue = 200
    private static let mostItems = 64

    /// Reads the text after `?`. Never fails: what cannot be used is ignored and reported.
    package static func read(queryText: some StringProtocol) -> Reading {
        var query = JobsQuery()
        var seen: Set<String> = []
        var ignored: [IgnoredParameter] = []
        var did: String?
        var count: String?
        for pair in queryText.split(separator: "&", maxSplits: mostItems).prefix(mostItems) {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = PercentEncoding.decode(halves[0]) ?? String(halves[0])
            let value = halves.count > 1 ? PercentEncoding.decode(halves[1]) : ""
            guard value != "" else { continue }
            func ignore(_ reason: IgnoredParameter.Reason) {
                ignored.append(IgnoredParameter(name: name, value: value ?? "", reason: reason))
            }
            guard seen.insert(name).inserted else { ignore(.repeated); continue }
            switch (name, value) {
            case (JobOutcomeNote.deedItem, let value): did = value
            case (JobOutcomeNote.countItem, let value): count = value
            default:
                guard let item = Item(rawValue: name) else { ignore(.unknown); continue }
                guard let value, query.take(value, for: item) else { ignore(.badValue); continue }
            }
        }
        return Reading(query: query, note: JobOutcomeNote(did: did, count: count), ignored: ignored)
    }

    /// Sets one part; false if the value cannot be used.
    package mutating func take(_ value: String, for item: Item) -> Bool {
        guard value.utf8.count <= Self.longestValue else { return false }
        switch item {
        case .status:
            guard let status = JobStatus(rawValue: value) else { return false }
            self.status = status
        case .pageSize:
            guard let size = Int(value), Self.pageSizes.contains(size) else { return false }
            pageSize = size
        default:
            guard Self.isPlain(value) else { return false }
            switch item {
            case .kind: kind = value
            case .queue: queue = value
            case .company: company = value
            case .id: id = value
            default: cursor = value
            }
        }
        return true
    }

    /// Kinds, queues, slugs, ids and cursors are ASCII letters, digits and `- _ . ~`.
    private static func isPlain(_ text: String) -> Bool {
        let extra = Set("-_.~".utf8)
        return text.utf8.allSatisfy { byte in
            byte < 0x80
                && (Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber
                    || extra.contains(byte))
        }
    }
}
