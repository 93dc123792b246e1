package import Catalog

/// Values at even steps, out of observations of single days.
package struct StepValues: Sendable {
    package let step: SeriesStep
    /// The number of the first value's step.
    package let start: Int
    /// Oldest first; NaN where nothing is known.
    package let values: [Double]
    /// The last day anything was observed on.
    package let lastDay: CalendarDay

    /// A level that is observed now and then, such as a score or a price.
    ///
    /// - Parameters:
    ///   - points: ascending by day, not empty.
    ///   - listDays: the days of its source's lists, ascending. A value holds from its day until before the next of them; empty where
    ///     values do not hold.
    ///   - step: nil for what the days allow.
    package init?(
        level points: [(day: CalendarDay, value: Double)], listDays: [CalendarDay] = [], step: SeriesStep? = nil
    ) {
        guard let first = points.first, let last = points.last else { return nil }
        let step = step ?? SeriesStep.ofProduct(observed: points.lazy.map(\.day))
        let start = step.ordinal(of: first.day)
        let count = min(step.ordinal(of: last.day) - start + 1, Self.most)
        var values = [Double](repeating: .nan, count: max(1, count))
        for point in points {
            let place = step.ordinal(of: point.day) - start
            if values.indices.contains(place) { values[place] = point.value }
        }
        if !listDays.isEmpty {
            var held: (value: Double, until: CalendarDay)?
            var next = points.startIndex
            var list = listDays.startIndex
            for place in values.indices {
                let end = step.lastDay(of: start + place)
                while next < points.count, points[next].day <= end {
                    let day = points[next].day
                    while list < listDays.count, listDays[list] <= day { list += 1 }
                    held = (points[next].value, list < listDays.count ? listDays[list] : last.day)
                    next += 1
                }
                if values[place].isNaN, let held, end < held.until { values[place] = held.value }
            }
        }
        self.step = step
        self.start = start
        self.values = values
        lastDay = last.day
    }

    package init(step: SeriesStep, start: Int, values: [Double], lastDay: CalendarDay) {
        self.step = step
        self.start = start
        self.values = values
        self.lastDay = lastDay
    }

    /// Steps of a series at most; days that are further apart are a mistake of a date.
    static let most = 4_000
}
