/// The public holidays of a country in some years, looked up by day.
package struct HolidayCalendar: Sendable {
    /// Ascending by date.
    package let holidays: [Holiday]
    private let byDay: [Int: String]

    /// - Parameter years: of the Gregorian calendar; holidays given for days outside of them are included.
    package init(_ country: Country, years: ClosedRange<Int>) {
        holidays = years.flatMap { Self.holidays(of: country, in: $0) }.sorted { $0.date < $1.date }
        byDay = Dictionary(holidays.map { ($0.date.dayNumber, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// The name of the holiday on a day; nil on other days.
    package func name(on date: CivilDate) -> String? { byDay[date.dayNumber] }

    /// Days from a day to the nearest holiday: 0 on one, negative where it is past, `reach` or `-reach` where none is so near.
    package func distance(from date: CivilDate, reach: Int = 7) -> Int {
        for days in 0..<max(1, reach) {
            if byDay[date.dayNumber + days] != nil { return days }
            if byDay[date.dayNumber - days] != nil { return -days }
        }
        return reach
    }

    private static func holidays(of country: Country, in year: Int) -> [Holiday] {
        let kept = country.rules.filter { $0.years.contains(year) }.map { (rule: $0, date: $0.day.date(in: year)) }
        var taken = Set(kept.map(\.date))
        var holidays = kept.map { Holiday(name: $0.rule.name, date: $0.date, isSubstitute: false) }
        for (rule, date) in kept.sorted(by: { $0.date < $1.date }) {
            guard var given = substitute(for: rule, on: date) else { continue }
            if rule.substitute != .nearest {
                while taken.contains(given) || (rule.substitute == .nextWorkday && given.weekday > 4) {
                    given = given + 1
                }
            }
            taken.insert(given)
            holidays.append(Holiday(name: rule.name, date: given, isSubstitute: true))
        }
        return holidays
    }

    private static func substitute(for rule: HolidayRule, on date: CivilDate) -> CivilDate? {
        switch rule.substitute {
        case .none: nil
        case .nearest: date.weekday == 5 ? date + -1 : date.weekday == 6 ? date + 1 : nil
        case .nextWorkday: date.weekday > 4 ? date + 1 : nil
        case .afterSunday: date.weekday == 6 ? date + 1 : nil
        }
    }
}
