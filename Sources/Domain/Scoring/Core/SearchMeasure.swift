import Catalog

/// Whether people search for a product more than they used to (0–100).
///
///     level  = 100 × now / (now + usual)        usual = mean of the points of the year before the last 4 weeks
///     slope  = 100 × now / (now + before)       before = mean of the 4 weeks before
///     search = 0.6 × level + 0.4 × slope        now = mean of the last 4 weeks; level alone without points in `before`
///
/// 50 for interest that is what it was, towards 100 as it grows, 0 where nobody searches any more. Values count only against others of their
/// own scale, so that what is measured is a ratio and two scales never meet: each series is measured by itself, and the mean is taken.
/// Series about the product's own words are preferred to those about its brand. A series counts with at least 8 whole points, of which one
/// lies in the last 4 weeks and one before them; partial points are left out. Rises with every point of the last 4 weeks, falls with the
/// usual level.
struct SearchMeasure {
    static let windowDays = 364
    static let recentDays = 28
    static let fewestPoints = 8

    let context: ScoreContext
    let day: CalendarDay

    func measure(_ evidence: ProductEvidence) -> ComponentResult {
        let known = evidence.searches.filter { $0.points.contains { isKnown($0) } }
        guard !known.isEmpty else {
            return .missing(context.readsSearches || !evidence.searches.isEmpty ? .noSearch : .notCollected)
        }
        let own = known.filter(\.isProduct)
        let isProduct = !own.isEmpty
        let series = newest(of: isProduct ? own : known).compactMap(Trend.init)
        guard !series.isEmpty else { return .missing(.tooFewSearchPoints(atLeast: Self.fewestPoints)) }
        let count = Double(series.count)
        let value = series.reduce(0) { $0 + $1.value } / count
        let reasons: [ScoreReason] = [
            .searchLevel(
                share: series.reduce(0) { $0 + $1.level } / count, searches: series.count, isProduct: isProduct),
            .searchSlope(share: series.reduce(0) { $0 + ($1.slope ?? 0.5) } / count),
        ]
        let hasSlope = series.contains { $0.slope != nil }
        return .measured(min(100, max(0, value)), reasons: hasSlope ? reasons : [reasons[0], .searchSlopeUnknown])
    }

    private func isKnown(_ point: SearchPoint) -> Bool {
        !point.isPartial && point.last <= day && day.distance(from: point.last) < Self.windowDays
    }

    /// Of each set of words the points of the scale that was read last, those that are known on the day.
    private func newest(of series: [SearchEvidence]) -> [(points: [SearchPoint], day: CalendarDay)] {
        var chosen: [(subject: String, points: [SearchPoint])] = []
        for one in series {
            let points = one.points.filter(isKnown)
            guard let last = points.last else { continue }
            if let place = chosen.firstIndex(where: { $0.subject == one.subject }) {
                guard let other = chosen[place].points.last else { continue }
                let isNewer = (last.last, points.count) > (other.last, chosen[place].points.count)
                if isNewer { chosen[place].points = points }
            } else {
                chosen.append((one.subject, points))
            }
        }
        return chosen.map { ($0.points, day) }
    }

    /// Where one series stands; shares of one half say that nothing has changed.
    private struct Trend {
        let level: Double
        let slope: Double?

        var value: Double { slope.map { 60 * level + 40 * $0 } ?? 100 * level }

        init?(_ series: (points: [SearchPoint], day: CalendarDay)) {
            func age(_ point: SearchPoint) -> Int { series.day.distance(from: point.last) }
            let recent = series.points.filter { age($0) < SearchMeasure.recentDays }
            let usual = series.points.filter { age($0) >= SearchMeasure.recentDays }
            let before = usual.filter { age($0) < 2 * SearchMeasure.recentDays }
            guard series.points.count >= SearchMeasure.fewestPoints, let now = Self.mean(recent),
                let level = Self.mean(usual)
            else { return nil }
            self.level = Self.share(now, level)
            slope = Self.mean(before).map { Self.share(now, $0) }
        }

        private static func mean(_ points: [SearchPoint]) -> Double? {
            points.isEmpty ? nil : points.reduce(0) { $0 + $1.value } / Double(points.count)
        }

        /// 0–1; zero where nobody searches now.
        private static func share(_ now: Double, _ then: Double) -> Double {
            now > 0 ? min(1, now / (now + then)) : 0
        }
    }
}
