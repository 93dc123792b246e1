import Catalog

/// A date pattern of `yyyy`, `MM`, `dd`, `HH`, `mm`, `ss` and literal characters, such as "yyyy-MM-dd HH:mm".
struct DateFormat: Hashable, Sendable {
    private enum Part: Hashable, Sendable { case year, month, day, hour, minute, second, literal(UInt8) }

    struct Reading: Hashable {
        let day: CalendarDay
        /// Seconds since midnight, when the pattern has hours.
        let secondOfDay: Int?
    }

    let pattern: String
    private let parts: [Part]

    /// `nil` when year, month or day is missing.
    init?(_ pattern: String) {
        self.pattern = pattern
        let tokens: [(String, Part)] = [
            ("yyyy", .year), ("MM", .month), ("dd", .day), ("HH", .hour), ("mm", .minute), ("ss", .second),
        ]
        var parts: [Part] = []
        var rest = Substring(pattern)
        while let first = rest.utf8.first {
            if let token = tokens.first(where: { rest.hasPrefix($0.0) }) {
                parts.append(token.1)
                rest = rest.dropFirst(token.0.count)
            } else {
                parts.append(.literal(first))
                rest = Substring(rest.utf8.dropFirst())
            }
        }
        guard [Part.year, .month, .day].allSatisfy(parts.contains) else { return nil }
        self.parts = parts
    }

    /// The date, or `nil` when the text does not fit the pattern from start to end or names no real day. Day, month and
    /// hour may have one digit where a literal follows.
    func read(_ text: String) -> Reading? {
        let bytes = Array(text.utf8)
        var index = 0
        var numbers: [Part: Int] = [:]
        for part in parts {
            if case .literal(let byte) = part {
                guard index < bytes.count, bytes[index] == byte else { return nil }
                index += 1
                continue
            }
            let width = part == .year ? 4 : 2
            let digits = bytes[index...].prefix(width).prefix { $0 &- 0x30 < 10 }
            guard digits.count == width || (width == 2 && digits.count == 1) else { return nil }
            numbers[part] = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            index += digits.count
        }
        guard index == bytes.count, let year = numbers[.year], let month = numbers[.month], let day = numbers[.day],
            let date = CalendarDay(year: year, month: month, day: day)
        else { return nil }
        guard let hour = numbers[.hour] else { return Reading(day: date, secondOfDay: nil) }
        let minute = numbers[.minute] ?? 0
        let second = numbers[.second] ?? 0
        guard hour < 24, minute < 60, second < 60 else { return nil }
        return Reading(day: date, secondOfDay: hour * 3_600 + minute * 60 + second)
    }
}
