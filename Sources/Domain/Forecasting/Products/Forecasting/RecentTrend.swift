/// What the end of a product's series says in plain numbers.
enum RecentTrend {
    private static let weeks = 8

    /// The slope of the line through the last eight weeks, per week; nil with fewer than three values there.
    static func perWeek(_ series: ProductSeries) -> Double? {
        let recent = series.values.suffix(weeks * 7 / series.step.days)
        let known = recent.enumerated().filter { $0.element.isFinite }
        guard known.count >= 3 else { return nil }
        let count = Double(known.count)
        let middle = known.reduce(0) { $0 + Double($1.offset) / count }
        let mean = known.reduce(0) { $0 + $1.element / count }
        var above = 0.0
        var below = 0.0
        for (place, value) in known {
            let distance = Double(place) - middle
            above += distance * (value - mean)
            below += distance * distance
        }
        let slope = above / below * Double(7 / series.step.days)
        return slope.isFinite ? slope : nil
    }

    /// How strong the days of the week are, where the series is of days and has four weeks without a gap at its end.
    static func season(_ series: ProductSeries) -> ForecastReason? {
        guard series.step == .day else { return nil }
        let recent = ContiguousArray(series.values.reversed().prefix { $0.isFinite }.prefix(182).reversed())
        guard recent.count >= 28, SeasonalityTest.isSeasonal(recent, season: 7) else { return nil }
        return .season(strength: SeasonalStrength.strength(recent, season: 7), days: 7)
    }
}
