package import Catalog

extension SeriesStep {
    /// Days from one step of a product's series to the next; such series are of days or weeks.
    package var days: Int { self == .week ? 7 : 1 }

    /// The number of the step that a day falls into.
    package func ordinal(of day: CalendarDay) -> Int {
        // 2000-01-01 is day 10,957 of those counted from 1970.
        ordinal(hours: (Int(day.daysSince2000) + 10_957) * 24)
    }

    /// The last day of the step with this number.
    package func lastDay(of ordinal: Int) -> CalendarDay {
        let first = date(of: ordinal)?.dayNumber ?? ordinal
        return CalendarDay(daysSince2000: Int32(clamping: first - 10_957 + days - 1))
    }

    /// What the gaps between the days a quantity was observed on allow: days where half of them are three days at most, else weeks.
    /// - Parameter days: ascending.
    static func ofProduct(observed days: some Sequence<CalendarDay>) -> SeriesStep {
        let days = Array(days)
        let gaps = zip(days, days.dropFirst()).map { $1.days(since: $0) }.filter { $0 > 0 }.sorted()
        guard let median = gaps.isEmpty ? nil : gaps[gaps.count / 2] else { return .week }
        return median <= 3 ? .day : .week
    }
}
