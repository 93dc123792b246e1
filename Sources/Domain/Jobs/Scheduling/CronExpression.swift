/// When something comes again: minute, hour, day of month, month and day of week, as in crontab(5): `*`, lists, ranges and
/// steps, names of months and days. As there, a job whose day of month and day of week are both given comes on either.
package struct CronExpression: Sendable, Hashable {
    let minutes: Set<Int>
    let hours: Set<Int>
    let days: Set<Int>
    let months: Set<Int>
    /// 0 is Sunday.
    let weekdays: Set<Int>
    let hasDays: Bool
    let hasWeekdays: Bool
    /// Every hour is meant, so a clock that is put forward takes nothing away that could not come an hour later.
    let isHourly: Bool

    /// - Throws: `CronProblem`, a sentence.
    package init(_ text: String) throws(CronProblem) {
        let fields = text.split(separator: " ").map(String.init)
        guard fields.count == 5 else {
            throw CronProblem("\"\(text)\" has \(fields.count) fields; a schedule has five.")
        }
        minutes = try CronField(0...59, "minute").read(fields[0])
        hours = try CronField(0...23, "hour").read(fields[1])
        days = try CronField(1...31, "day of month").read(fields[2])
        months = try CronField(1...12, "month", names: CronField.months, first: 1).read(fields[3])
        weekdays = Set(
            try CronField(0...7, "day of week", names: CronField.weekdays, first: 0).read(fields[4]).map { $0 % 7 })
        hasDays = !fields[2].hasPrefix("*")
        hasWeekdays = !fields[4].hasPrefix("*")
        isHourly = hours.count == 24
    }

    /// Whether a day is meant.
    func matches(month: Int, day: Int, weekday: Int) -> Bool {
        guard months.contains(month) else { return false }
        switch (hasDays, hasWeekdays) {
        case (true, true): return days.contains(day) || weekdays.contains(weekday)
        case (true, false): return days.contains(day)
        case (false, true): return weekdays.contains(weekday)
        case (false, false): return true
        }
    }
}

/// A schedule that cannot be read, as a sentence for a person.
package struct CronProblem: Error, Sendable, CustomStringConvertible {
    package let description: String
    init(_ sentence: String) { description = sentence }
}
