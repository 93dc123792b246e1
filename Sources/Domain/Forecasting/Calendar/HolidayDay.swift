/// How the day of a holiday is found in any year. Weekdays are 0 for Monday … 6 for Sunday.
enum HolidayDay: Sendable {
    case fixed(month: Int, day: Int)
    /// The first such weekday of a month is 1.
    case nth(Int, weekday: Int, month: Int)
    case last(weekday: Int, month: Int)
    /// The first such weekday on or after a day.
    case from(month: Int, day: Int, weekday: Int)
    /// The last such weekday before a day.
    case before(month: Int, day: Int, weekday: Int)
    /// Days after Easter Sunday; negative before it.
    case easter(Int)
    /// Equinoxes as Japan observes them, by the usual formula for 1980...2099.
    case marchEquinox, septemberEquinox

    func date(in year: Int) -> CivilDate {
        switch self {
        case .fixed(let month, let day): return CivilDate(year: year, month: month, day: day)
        case .nth(let nth, let weekday, let month):
            return Self.from(month: month, day: 1, weekday: weekday).date(in: year) + (nth - 1) * 7
        case .last(let weekday, let month):
            return Self.before(month: month + 1, day: 1, weekday: weekday).date(in: year)
        case .from(let month, let day, let weekday):
            let date = CivilDate(year: year, month: month, day: day)
            return date + (weekday - date.weekday + 7) % 7
        case .before(let month, let day, let weekday):
            let date =
                month > 12
                ? CivilDate(year: year + 1, month: month - 12, day: day) : CivilDate(year: year, month: month, day: day)
            return date + -((date.weekday - weekday + 6) % 7 + 1)
        case .easter(let days): return Easter.sunday(year) + days
        case .marchEquinox: return equinox(year, month: 3, base: 20.8431)
        case .septemberEquinox: return equinox(year, month: 9, base: 23.2488)
        }
    }

    private func equinox(_ year: Int, month: Int, base: Double) -> CivilDate {
        let years = Double(year - 1980)
        let leaps = Double((year - 1980).floored(by: 4))
        return CivilDate(year: year, month: month, day: Int(base + 0.242194 * years - leaps))
    }
}
