extension TrendsQuery {
    /// A query read from a URL, and what could not be read.
    package struct Reading: Hashable, Sendable {
        /// The query; whatever was ignored has its default.
        package let query: TrendsQuery
        /// The parameters that had no effect, in the order they came.
        package let ignored: [IgnoredParameter]
    }

    /// The longest category, source or cursor, in bytes.
    static let longestValue = 512
    /// The most items looked at; a URL with more is an attack on the parser.
    static let mostItems = 64

    /// Reads the text after `?`. Never fails: a broken, unknown, repeated or out-of-range item is ignored and reported.
    /// Empty values mean "not set" (an untouched form field) and are not reported.
    package static func read(queryText: some StringProtocol) -> Reading {
        let pairs = queryText.split(separator: "&", maxSplits: mostItems).prefix(mostItems)
        return read(
            items: pairs.map { pair in
                let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                let value = halves.count > 1 ? PercentEncoding.decode(halves[1]) : ""
                return (PercentEncoding.decode(halves[0]) ?? String(halves[0]), value)
            })
    }

    /// Reads decoded items; a nil value is one whose encoding was broken.
    package static func read(items: [(name: String, value: String?)]) -> Reading {
        var query = TrendsQuery()
        var order: SortOrder?
        var seen: Set<Item> = []
        var ignored: [IgnoredParameter] = []
        for (name, value) in items.prefix(mostItems) {
            guard value != "" else { continue }
            guard let item = Item(rawValue: name) else {
                ignored.append(IgnoredParameter(name: name, value: value ?? "", reason: .unknown))
                continue
            }
            guard seen.insert(item).inserted else {
                ignored.append(IgnoredParameter(name: name, value: value ?? "", reason: .repeated))
                continue
            }
            guard let value, query.take(value, for: item, order: &order) else {
                ignored.append(IgnoredParameter(name: name, value: value ?? "", reason: .badValue))
                continue
            }
        }
        query.order = order ?? query.sort.naturalOrder
        // A past list is paged by number: its rows do not move.
        if query.on != nil, let cursor = query.cursor {
            ignored.append(IgnoredParameter(name: Item.cursor.rawValue, value: cursor, reason: .badValue))
            query.cursor = nil
        }
        // A cursor is the exact place; counting beside it would mean two things.
        if query.cursor != nil, query.skip > 0 {
            ignored.append(IgnoredParameter(name: Item.skip.rawValue, value: "\(query.skip)", reason: .badValue))
            query.skip = 0
        }
        return Reading(query: query, ignored: ignored)
    }

    /// Sets one part; false if the value cannot be used. The order is kept aside because its default depends on the sort.
    private mutating func take(_ value: String, for item: Item, order: inout SortOrder?) -> Bool {
        guard value.utf8.count <= Self.longestValue else { return false }
        switch item {
        case .sort: return Self.set(&sort, TrendSort(rawValue: value))
        case .order: return Self.set(&order, SortOrder(rawValue: value))
        case .category: return Self.set(&category, Self.slug(value))
        case .tier: return Self.set(&tier, TrendTier(rawValue: value))
        case .source: return Self.set(&source, Self.slug(value))
        case .minimumSources: return Self.set(&minimumSources, Self.number(value, in: Self.sourceCounts))
        case .on: return Self.set(&on, Self.day(value))
        case .cursor: return Self.set(&cursor, Self.slug(value))
        case .skip: return Self.set(&skip, Self.number(value, in: Self.skips))
        case .pageSize: return Self.set(&pageSize, Self.number(value, in: Self.pageSizes))
        }
    }

    private static func set<Value>(_ target: inout Value, _ value: Value?) -> Bool {
        guard let value else { return false }
        target = value
        return true
    }

    private static func set<Value>(_ target: inout Value?, _ value: Value?) -> Bool {
        guard let value else { return false }
        target = value
        return true
    }

    /// A day of the Gregorian calendar as `2026-11-30`.
    private static func day(_ text: String) -> String? {
        guard let parts = text.wholeMatch(of: #/([0-9]{4})-([0-9]{2})-([0-9]{2})/#), let year = Int(parts.1),
            let month = Int(parts.2), let day = Int(parts.3), year > 0, (1...12).contains(month)
        else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...lengths[month - 1]).contains(day) ? text : nil
    }

    private static func number(_ text: String, in range: ClosedRange<Int>) -> Int? {
        Int(text).flatMap { range.contains($0) ? $0 : nil }
    }

    /// Codes, slugs and cursors are ASCII letters, digits and `- _ . = ~ :`.
    private static func slug(_ text: String) -> String? {
        let extra = Set("-_.=~:".utf8)
        let isPlain = text.utf8.allSatisfy { byte in
            byte < 0x80 && (Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber)
                || extra.contains(byte)
        }
        return isPlain ? text : nil
    }
}
