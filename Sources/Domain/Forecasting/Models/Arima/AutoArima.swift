/// A seasonal ARIMA model with the orders that a stepwise search by AICc ends at (Hyndman and Khandakar, 2008). Differences are settled
/// first: at the season by its strength, then by the KPSS test.
package struct AutoArima: ForecastModel {
    package let name: String
    private let isLong: Bool
    // Weeks of a year where no season is stated, hours of a week in place of those of a day.
    private static let longer = [1: 52, 24: 168]
    // Above it a season is differenced, as the forecast package of Hyndman does.
    private static let strongSeason = 0.64

    /// - Parameter long: whether to look for a season longer than that of the history, where one is known that may be there.
    package init(long: Bool = false) {
        isLong = long
        name = long ? "arima-long" : "arima"
    }

    package func fit(_ history: History) -> (any FittedModel)? {
        let season = isLong ? Self.longer[history.season] ?? history.season : history.season
        return ScaledSeries(History(history.values, season: season)).flatMap { series in
            SettledFit(parameters(series), over: series)
        }
    }

    func parameters(_ series: ScaledSeries) -> ArimaParameters {
        let season = series.hasSeasons(3) ? series.season : 1
        var values = series.bridged
        var order = ArimaOrder()
        if season > 1, SeasonalStrength.strength(values, season: season) > Self.strongSeason {
            order.seasonalDifferences = 1
            values = values.differenced(season)
        }
        // Never a second one: it sends the forecast off along whatever slope the end has.
        if !KpssTest.isLevel(values) {
            order.differences = 1
            values = values.differenced(1)
        }
        guard values.count > 3 else {
            return ArimaParameters(ArimaOrder(), season: 1, scale: series.scale, [])
        }
        let estimation = ArimaEstimation(values, scale: series.scale, season: season)
        return ArimaSearch(estimation, base: order, seasonal: season > 1).best().parameters
    }
}
