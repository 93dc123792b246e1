import Catalog

/// A pattern of a date in a file name: "prices-{yyyy}-{MM}-{dd}". Month and day may be left out; then the first counts.
struct FileNameDate: Hashable, Sendable {
    private enum Part: Hashable, Sendable { case year, month, day, literal(String) }

    struct Reading: Hashable {
        let day: CalendarDay
        /// Whether the name gave the day itself.
        let isExact: Bool
    }

    let pattern: String
    private let parts: [Part]

    /// `nil` when the pattern has no year.
    init?(_ pattern: String) {
        self.pattern = pattern
        var parts: [Part] = []
        var rest = Substring(pattern)
        while !rest.isEmpty {
            if rest.hasPrefix("{yyyy}") {
                parts.append(.year)
                rest = rest.dropFirst(6)
            } else if rest.hasPrefix("{MM}") {
                parts.append(.month)
                rest = rest.dropFirst(4)
            } else if rest.hasPrefix("{dd}") {
                parts.append(.day)
                rest = rest.dropFirst(4)
            } else {
                let literal = rest.prefix(1) + rest.dropFirst().prefix { $0 != "{" }
                parts.append(.literal(String(literal)))
                rest = rest.dropFirst(literal.count)
            }
        }
        guard parts.contains(.year) else { return nil }
        self.parts = parts
    }

    /// The date at the first place of `name` the pattern fits.
    func read(_ name: String) -> Reading? {
        let bytes = Array(name.utf8)
        for start in bytes.indices {
            if let reading = match(bytes, at: start) { return reading }
        }
        return nil
    }

    private func match(_ bytes: [UInt8], at start: Int) -> Reading? {
        var index = start
        var year = 0
        var month: Int?
        var day: Int?
        for part in parts {
            switch part {
            case .literal(let text):
                guard bytes[index...].starts(with: text.utf8) else { return nil }
                index += text.utf8.count
            case .year, .month, .day:
                let width = part == .year ? 4 : 2
                let digits = bytes[index...].prefix(width)
                guard digits.count == width, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
                let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
                if part == .year { year = number } else if part == .month { month = number } else { day = number }
                index += width
            }
        }
        guard let date = CalendarDay(year: year, month: month ?? 1, day: day ?? 1) else { return nil }
        return Reading(day: date, isExact: day != nil)
    }
}
