/// The mean demand of a step as the smoothed size over the smoothed interval (Croston, 1972), less its bias where asked for (Syntetos and
/// Boylan, 2005). Of a history with values below zero it has nothing to say.
package struct Croston: ForecastModel {
    package let isCorrected: Bool
    // Intermittent series are short of demands; faster smoothing follows chance.
    private static let smoothing = 0.05...0.3

    package init(corrected: Bool) { isCorrected = corrected }

    package var name: String { isCorrected ? "sba" : "croston" }

    package func fit(_ history: History) -> (any FittedModel)? {
        guard let series = ScaledSeries(history), let demand = Demand(series) else { return nil }
        let size = SimpleSmoothing.best(demand.sizes, in: Self.smoothing)
        let interval = SimpleSmoothing.best(demand.intervals, in: Self.smoothing)
        let parameters = CrostonParameters(
            sizeSmoothing: size, intervalSmoothing: interval, correction: isCorrected ? 1 - interval / 2 : 1)
        return SettledFit(parameters, over: series)
    }
}
