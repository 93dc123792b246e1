/// A day of the Gregorian calendar, counted and named without a time zone. Of every year, where `CalendarDay` has those of lists:
/// series reach from before 1900 to whatever a wrong column says.
package struct CivilDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Days since 1970-01-01; negative before it.
    package let dayNumber: Int

    package init(dayNumber: Int) { self.dayNumber = dayNumber }

    /// The day that is written so; months are 1...12, days 1...31, and what runs over is carried into the next month.
    ///
    /// Source: H. Hinnant, "chrono-compatible low-level date algorithms" (2013), `days_from_civil`.
    package init(year: Int, month: Int, day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.floored(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        dayNumber = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Year, month (1...12) and day of the month (1...31).
    ///
    /// Source: Hinnant (2013), `civil_from_days`.
    package var components: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = shifted.floored(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let place = (5 * dayOfYear + 2) / 153
        let month = place < 10 ? place + 3 : place - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * place + 2) / 5 + 1)
    }

    /// As ISO 8601 writes it: 2024-07-13.
    package var description: String {
        let (year, month, day) = components
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }

    /// 0 for Monday … 6 for Sunday.
    package var weekday: Int { dayNumber + 3 - (dayNumber + 3).floored(by: 7) * 7 }

    package static func < (left: Self, right: Self) -> Bool { left.dayNumber < right.dayNumber }

    package static func + (date: Self, days: Int) -> Self { Self(dayNumber: date.dayNumber + days) }
}
