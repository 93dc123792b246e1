package import Foundation

extension CronExpression {
    /// How far ahead is looked: `30 2 29 2 *` comes every four years, or eight.
    private static let horizonDays = 9 * 366

    /// The first slot after a moment, `nil` when there is none within nine years (such as 31 February).
    ///
    /// A slot is a time of day in the zone. One that the clock skips comes when the clock is past it, unless the schedule
    /// runs in every hour anyway; one that the clock shows twice comes the first time only. So each local time is one slot.
    package func slot(after moment: Date, in zone: TimeZone) -> Date? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        var day = calendar.startOfDay(for: moment)
        for _ in 0..<Self.horizonDays {
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: day)
            if matches(month: parts.month ?? 0, day: parts.day ?? 0, weekday: (parts.weekday ?? 1) - 1) {
                if let found = first(after: moment, on: parts, calendar) { return found }
            }
            // Noon is on every day in every zone; adding a day to it never stays on the same one.
            guard let noon = calendar.date(byAdding: .hour, value: 36, to: day) else { return nil }
            day = calendar.startOfDay(for: noon)
        }
        return nil
    }

    private func first(after moment: Date, on parts: DateComponents, _ calendar: Calendar) -> Date? {
        var best: Date?
        for hour in hours.sorted() {
            for minute in minutes.sorted() {
                guard let slot = instant(hour: hour, minute: minute, on: parts, calendar), slot > moment else {
                    continue
                }
                // Local times rise with real time but for the hour that comes twice.
                if best.map({ slot < $0 }) ?? true { best = slot }
            }
            if best != nil, !isShifty(parts, calendar) { return best }
        }
        return best
    }

    /// Whether the zone's offset changes on that day.
    private func isShifty(_ parts: DateComponents, _ calendar: Calendar) -> Bool {
        guard let start = calendar.date(from: DateComponents(year: parts.year, month: parts.month, day: parts.day))
        else {
            return true
        }
        return calendar.timeZone.secondsFromGMT(for: start)
            != calendar.timeZone.secondsFromGMT(for: start.addingTimeInterval(86_400 + 3 * 3_600))
    }

    private func instant(hour: Int, minute: Int, on parts: DateComponents, _ calendar: Calendar) -> Date? {
        var wanted = DateComponents(year: parts.year, month: parts.month, day: parts.day)
        wanted.hour = hour
        wanted.minute = minute
        guard let naive = Self.utc.date(from: wanted) else { return nil }
        let zone = calendar.timeZone
        // The offsets that may hold around that local time; the earlier instant is the first time the clock shows it.
        let before = zone.secondsFromGMT(for: naive.addingTimeInterval(-86_400))
        let after = zone.secondsFromGMT(for: naive.addingTimeInterval(86_400))
        let candidates = Set([before, after]).map { naive.addingTimeInterval(-Double($0)) }.sorted()
        if let real = candidates.first(where: { zone.secondsFromGMT(for: $0) == Int(naive.timeIntervalSince($0)) }) {
            return real
        }
        // Skipped by the clock.
        return isHourly ? nil : candidates.last
    }

    private static let utc: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .gmt
        return calendar
    }()
}
