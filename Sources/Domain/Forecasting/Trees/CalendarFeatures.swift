/// What the calendar says of each step of a stretch of time, looked up by the number of the step.
struct CalendarFeatures: Sendable {
    /// Numbers of a step: weekday, day of the month, month, week of the year, days to or from a holiday, hour of the day.
    static let width = 6

    private let first: Int
    private let rows: ContiguousArray<Float>

    /// - Parameter ordinals: the steps that will be asked about.
    init(_ step: SeriesStep, ordinals: ClosedRange<Int>, country: Country?) {
        guard step.isDated, let start = step.date(of: ordinals.lowerBound), let end = step.date(of: ordinals.upperBound)
        else {
            first = 0
            rows = []
            return
        }
        let years = start.components.year...end.components.year
        let holidays = country.map { HolidayCalendar($0, years: years) }
        var rows: ContiguousArray<Float> = []
        rows.reserveCapacity(ordinals.count * Self.width)
        for ordinal in ordinals {
            let date = step.date(of: ordinal) ?? start
            let (year, month, day) = date.components
            let dayOfYear = date.dayNumber - CivilDate(year: year, month: 1, day: 1).dayNumber
            let byDay = step == .day || step == .hour
            rows.append(byDay ? Float(date.weekday) : .nan)
            rows.append(byDay ? Float(day) : .nan)
            rows.append(Float(month))
            rows.append(step == .month || step == .quarter ? .nan : Float(dayOfYear / 7))
            rows.append(byDay ? holidays.map { Float($0.distance(from: date)) } ?? .nan : .nan)
            rows.append(step == .hour ? Float(ordinal - ordinal.floored(by: 24) * 24) : .nan)
        }
        first = ordinals.lowerBound
        self.rows = rows
    }

    func append(_ ordinal: Int, to row: inout ContiguousArray<Float>) {
        let place = (ordinal - first) * Self.width
        guard place >= 0, place + Self.width <= rows.count else {
            for _ in 0..<Self.width { row.append(.nan) }
            return
        }
        for offset in 0..<Self.width { row.append(rows[place + offset]) }
    }
}
