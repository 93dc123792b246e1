import Catalog

/// How a product's weekly scores have moved: their shape, and whether a rise has begun.
package struct ScoreCourse: Sendable {
    package let series: TrendSeries
    package let verdict: ShapeVerdict
    /// The last rise that was called; nil for none.
    package let breakout: Breakout?

    /// - Parameter scores: of days, in any order; the newest day is the end, and each week takes the last score of its
    ///   seven days. Nil of nothing.
    init?(_ scores: [(day: CalendarDay, score: Double)], weeks: Int = ScoreCourse.mostWeeks) {
        guard let end = scores.map(\.day).max() else { return nil }
        var values = [Double](repeating: .nan, count: max(1, weeks))
        for (day, score) in scores.sorted(by: { $0.day < $1.day }) {
            let place = values.count - 1 - end.days(since: day) / 7
            if values.indices.contains(place) { values[place] = score }
        }
        let known = values.firstIndex { !$0.isNaN } ?? 0
        series = TrendSeries(
            start: end.adding(days: -7 * (values.count - 1 - known)), stepDays: 7, values: Array(values[known...]))
        verdict = ShapeClassifier().verdict(on: series)
        breakout = BreakoutDetector.breakouts(in: series, settings: BreakoutSettings(stepDays: 7, kind: .amounts)).last
    }

    /// Three years.
    package static let mostWeeks = 156

    /// What the numbers say, a sentence each.
    package var sentences: [String] {
        [verdict.sentence] + (breakout.map { [$0.sentence(from: series.start)] } ?? [])
    }
}
