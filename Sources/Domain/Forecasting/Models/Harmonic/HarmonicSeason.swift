/// A model with a pattern longer than its season beside it: the week of hourly, the year of daily and weekly histories. The pattern is
/// taken out as sine waves first and put back after (dynamic harmonic regression: Young, Pedregal and Tych, 1999). Of
/// histories shorter than two such periods, or with a season beside which no longer one is known, it says what the model does.
package struct HarmonicSeason: ForecastModel {
    package let name: String
    private let base: any ForecastModel

    package init(_ base: any ForecastModel) {
        self.base = base
        name = "harmonic-" + base.name
    }

    package func fit(_ history: History) -> (any FittedModel)? {
        guard let series = ScaledSeries(history) else { return nil }
        guard let period = LongPeriod(season: series.season),
            Double(series.values.count) >= 2 * period.length
        else { return base.fit(history) }
        let regression = HarmonicSelection(series, period).best()
        return HarmonicFit(regression, series) { base.fit($0) }
    }
}
