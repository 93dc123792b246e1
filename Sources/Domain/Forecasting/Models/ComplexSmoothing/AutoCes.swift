/// Complex exponential smoothing (Svetunkov, Kourentzes and Ord, 2022) with the season that Akaike's corrected criterion prefers. It
/// needs no choice between level and trend. Series shorter than two seasons are taken to have none.
package struct AutoCes: ForecastModel {
    package let name = "ces"

    package init() {}

    package func fit(_ history: History) -> (any FittedModel)? {
        ScaledSeries(history).flatMap { series in
            SettledFit(parameters(series), over: series)
        }
    }

    func parameters(_ series: ScaledSeries) -> CesParameters {
        let bridged = series.bridged
        // α0 of 1.3 at α1 of 1 is exponential smoothing with 0.3.
        var best = CesParameters(.none, [1.3, 1])
        var lowest = Double.infinity
        for season in series.hasSeasons(2) ? CesSeason.allCases : [.none] {
            let found = CesEstimation(series, season, bridged: bridged).best()
            if found.criterion < lowest { (best, lowest) = (found.parameters, found.criterion) }
        }
        return best
    }
}
