import Foundation

/// What trees are told of a value to forecast: nothing that was not known at its origin.
///
/// Quantities are differences from the base forecast over the scale, so that large and small series look alike.
struct TreeFeatures: Sendable {
    let season: Int
    /// A second, longer cycle: days of a year, hours of a week; 0 for none.
    let longSeason: Int
    let base: TreeBase
    let calendar: CalendarFeatures

    /// Seasons of which the last values are told one by one: longer ones are noise beside their means, shorter ones are told anyway.
    static let seasonsWithLags = 8...23

    static let width = 50 + CalendarFeatures.width

    init(_ set: SeriesSet, base: TreeBase, horizon: Int) {
        season = set.season
        self.base = base
        longSeason =
            switch (set.step, set.season) {
            case (_, 24): 168
            case (_, 7): 364
            case (.week, 1), (.index, 1): 52
            default: 0
            }
        let starts = set.series.map(\.start)
        let ends = set.series.map { $0.start + $0.values.count + horizon }
        calendar = CalendarFeatures(
            set.step, ordinals: (starts.min() ?? 0)...max(starts.min() ?? 0, ends.max() ?? 0), country: set.country)
    }

    /// Steps over which levels are taken: whole seasons, about a month of days.
    static func window(_ season: Int) -> Int { season == 1 ? 12 : season * max(1, (28 + season / 2) / season) }

    /// What differences are divided by: how much the series usually changes from season to season, else its size, else 1.
    func scale(_ sums: RunningSums, origin: Int) -> Double {
        let window = Self.window(season) * 13
        let change = sums.meanChange(origin, window)
        if change > 0 { return change }
        let level = abs(sums.mean(origin, window))
        return level > 0 ? level : 1
    }

    /// Fills a row; nil where there is no base forecast to start from.
    func fill(
        _ row: inout ContiguousArray<Float>, _ series: TimeSeries, _ sums: RunningSums, origin: Int, target: Int
    ) -> (base: Double, scale: Double)? {
        let start = base.value(sums, season: season, origin: origin, target: target)
        guard start.isFinite else { return nil }
        let scale = scale(sums, origin: origin)
        let window = Self.window(season)
        let steps = target - origin
        let hasLags = Self.seasonsWithLags.contains(season)
        let first = target - season * ((steps + season - 1) / season)
        row.removeAll(keepingCapacity: true)
        func relative(_ value: Double) { row.append(Float((value - start) / scale)) }
        func plain(_ value: Double) { row.append(Float(value)) }

        plain(Double(steps))
        plain(Double((series.start + target) - (series.start + target).floored(by: season) * season))
        plain(start / scale)
        plain(log1p(scale))
        plain(Double(min(origin, 2_000)))
        for cycle in 0..<4 { relative(sums.value(first - cycle * season)) }
        relative(TreeBase.mean(sums, season, from: first, count: 2))
        relative(TreeBase.mean(sums, season, from: first, count: 4))
        relative(TreeBase.mean(sums, season, from: first, count: 8))
        relative(TreeBase.mean(sums, season, from: first, count: 26))
        for lag in 0..<3 { relative(sums.value(origin - lag)) }
        for lag in 3..<15 { relative(hasLags ? sums.value(origin - lag) : .nan) }
        relative(sums.mean(origin, max(2, season)))
        relative(sums.mean(origin, window))
        relative(sums.mean(origin, window * 3))
        relative(sums.mean(origin, window * 13))
        plain((sums.mean(origin, window) - sums.mean(origin - window, window)) / scale)
        plain((sums.mean(origin, season) - sums.mean(origin - season, season)) / scale)
        plain((sums.mean(origin, window * 3) - sums.mean(origin - window * 3, window * 3)) / scale)
        plain((sums.value(origin) - sums.value(origin - season)) / scale)
        plain((sums.value(origin) - sums.value(origin - 1)) / scale)
        plain(sums.deviation(origin, max(2, season)) / scale)
        plain(sums.deviation(origin, window) / scale)
        plain(sums.zeroShare(origin, max(2, season)))
        plain(sums.zeroShare(origin, window))
        plain(sums.zeroShare(origin, window * 13))
        plain(sums.meanChange(origin, window) / scale)
        fillLong(&row, sums, origin: origin, target: target, window: window, start: start, scale: scale)
        fillPrices(&row, series, origin: origin, window: window)
        calendar.append(series.start + target, to: &row)
        return (start, scale)
    }

    /// What came one and two long cycles before the target, and how it stood beside the level of then.
    private func fillLong(
        _ row: inout ContiguousArray<Float>, _ sums: RunningSums, origin: Int, target: Int, window: Int, start: Double,
        scale: Double
    ) {
        guard longSeason > 0 else {
            for _ in 0..<4 { row.append(.nan) }
            return
        }
        let back = longSeason * ((target - origin + longSeason - 1) / longSeason)
        let breadth = season == 7 ? 7 : 1
        let value = sums.value(target - back)
        let around = sums.mean(target - back + breadth / 2, breadth)
        let earlier = sums.mean(target - back - longSeason + breadth / 2, breadth)
        row.append(Float((value - start) / scale))
        row.append(Float((around - start) / scale))
        row.append(Float((around - sums.mean(origin - back, window)) / scale))
        row.append(Float((earlier - sums.mean(origin - back - longSeason, window)) / scale))
    }

    /// The last known price beside what it was; a price of the future is never looked at.
    private func fillPrices(_ row: inout ContiguousArray<Float>, _ series: TimeSeries, origin: Int, window: Int) {
        guard series.prices.count > origin, series.prices[origin] > 0 else {
            for _ in 0..<3 { row.append(.nan) }
            return
        }
        let price = series.prices[origin]
        row.append(Float(log(price)))
        for length in [window, window * 6] {
            let past = series.prices[max(0, origin - length)]
            row.append(past > 0 ? Float(log(price / past)) : .nan)
        }
    }
}
