/// A date without a zone, as days since 1 January 2000 (PostgreSQL's date epoch).
package struct DayStamp: Hashable, Comparable, Sendable {
    package let daysSince2000: Int32

    package init(daysSince2000: Int32) {
        self.daysSince2000 = daysSince2000
    }

    /// The date of a proleptic Gregorian year, month and day; parts out of their range are moved to its nearest end.
    package init(year: Int, month: Int, day: Int) {
        // Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
        let month = min(max(month, 1), 12)
        let day = min(max(day, 1), 31)
        let clamped = min(max(year, -9999), 9999)
        let shifted = month <= 2 ? clamped - 1 : clamped
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        daysSince2000 = Int32(clamping: era * 146_097 + dayOfEra - 719_468 - Self.epoch)
    }

    package static func < (left: DayStamp, right: DayStamp) -> Bool {
        left.daysSince2000 < right.daysSince2000
    }

    /// Days from another date to this one.
    func days(since other: DayStamp) -> Int {
        Int(daysSince2000) - Int(other.daysSince2000)
    }

    /// Year, month and day.
    var civil: (year: Int, month: Int, day: Int) {
        // The inverse of the above, civil_from_days.
        let days = Int(daysSince2000) + Self.epoch + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// Days from 1970 to 2000.
    static let epoch = 10_957
}
