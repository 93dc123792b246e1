/// A date without a time or a zone, kept as days since 2000-01-01 (PostgreSQL's date epoch).
///
/// Years outside 1900…2199 cannot be written in a source file; they can only arise by arithmetic.
package struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let daysSince2000: Int32

    package init(daysSince2000: Int32) {
        self.daysSince2000 = daysSince2000
    }

    /// The day of the proleptic Gregorian calendar, or nil if there is no such day in 1900…2199.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...2199).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        daysSince2000 = Int32(Self.days(year: year, month: month, day: day))
    }

    /// `2024-07-13`: exactly ten characters, no space around them; nil for anything else.
    package init?(iso text: some StringProtocol) {
        var copy = String(text)
        let parts: (Int, Int, Int)? = copy.withUTF8 { bytes in
            guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
                let year = Self.number(bytes, 0..<4), let month = Self.number(bytes, 5..<7),
                let day = Self.number(bytes, 8..<10)
            else { return nil }
            return (year, month, day)
        }
        guard let (year, month, day) = parts else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package var year: Int { civil.year }

    /// 1…12
    package var month: Int { civil.month }

    /// 1…31
    package var day: Int { civil.day }

    /// The day `days` later (earlier if negative). Stops at the ends of the range of `Int32` days.
    package func adding(days: Int) -> CalendarDay {
        let (sum, overflow) = Int(daysSince2000).addingReportingOverflow(days)
        guard !overflow else { return CalendarDay(daysSince2000: days > 0 ? .max : .min) }
        return CalendarDay(daysSince2000: Int32(clamping: sum))
    }

    /// How many days `self` is after `other`; negative if it is before.
    package func days(since other: CalendarDay) -> Int {
        Int(daysSince2000) - Int(other.daysSince2000)
    }

    package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        left.daysSince2000 < right.daysSince2000
    }

    /// ISO 8601, `2024-07-13`.
    package var description: String {
        let (year, month, day) = civil
        let sign = year < 0 ? "-" : ""
        let parts = [(year, 4), (month, 2), (day, 2)].map { Self.padded($0.0.magnitude, $0.1) }
        return sign + parts.joined(separator: "-")
    }

    private static func padded(_ value: UInt, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        var value = 0
        for index in range {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }
}
