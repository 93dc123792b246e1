import Catalog

/// What is looked at of a series: its known values without the rhythm of the week, at most ten years of them.
///
/// Twelve weeks of days or more become means of weeks, since the rhythm of the week is no trend; a week of fewer than
/// four known days is not known. Of shorter series of days the usual effect of each weekday is taken out.
struct SteadySeries {
    /// Ten years of weeks. It bounds the time a verdict takes, which grows with the square of the points.
    static let longest = 520
    static let daysThatBecomeWeeks = 84

    let start: CalendarDay
    let stepDays: Int
    /// From the first known value to the last, known or not.
    let steps: Int
    /// Steps from `start` of the known values, rising.
    let places: [Int]
    /// The known values, as many as `places`.
    let values: [Double]

    init(_ series: TrendSeries) {
        let isDaily = series.stepDays == 1
        let limit = isDaily ? Self.longest * 7 : Self.longest
        let end = series.values.lastIndex { !$0.isNaN }.map { $0 + 1 } ?? 0
        let begin = series.values[..<end].firstIndex { !$0.isNaN } ?? end
        let first = max(begin, end - limit)
        let cut = Array(series.values[first..<end])
        if isDaily, cut.count >= Self.daysThatBecomeWeeks {
            let skipped = cut.count % 7
            self.init(
                start: series.day(at: first + skipped), stepDays: 7, dense: Self.weeks(of: cut[skipped...]))
        } else if isDaily, cut.count >= 21 {
            self.init(start: series.day(at: first), stepDays: 1, dense: Self.withoutWeekdays(cut))
        } else {
            self.init(start: series.day(at: first), stepDays: series.stepDays, dense: cut)
        }
    }

    private init(start: CalendarDay, stepDays: Int, dense: [Double]) {
        self.start = start
        self.stepDays = stepDays
        steps = dense.count
        places = dense.indices.filter { !dense[$0].isNaN }
        values = dense.filter { !$0.isNaN }
    }

    /// The day of a step.
    func day(at place: Int) -> CalendarDay { start.adding(days: place * stepDays) }

    /// Means of whole weeks that end with the last day.
    private static func weeks(of days: ArraySlice<Double>) -> [Double] {
        stride(from: days.startIndex, to: days.endIndex, by: 7).map { first in
            let known = days[first..<(first + 7)].filter { !$0.isNaN }
            return known.count >= 4 ? known.reduce(0, +) / Double(known.count) : .nan
        }
    }

    /// The values less the median distance of their weekday from the mean of the seven days around.
    private static func withoutWeekdays(_ days: [Double]) -> [Double] {
        var distances = Array(repeating: [Double](), count: 7)
        for place in days.indices.dropFirst(3).dropLast(3) where !days[place].isNaN {
            let around = days[(place - 3)...(place + 3)].filter { !$0.isNaN }
            guard around.count >= 5 else { continue }
            distances[place % 7].append(days[place] - around.reduce(0, +) / Double(around.count))
        }
        let effects = distances.map { RobustStatistics.median($0) ?? 0 }
        let centre = effects.reduce(0, +) / 7
        return days.indices.map { days[$0] - (effects[$0 % 7] - centre) }
    }
}
