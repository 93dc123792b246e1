/// How large the errors of one series are: by slot of the season, by the size of the forecast and by steps ahead.
///
/// Few residuals of a slot borrow from the series, and those of the series from its own changes.
struct ResidualScale: Sendable {
    let slots: SeasonSlots
    private let bySlot: [Double]
    private let meanForecast: [Double]
    private let growth: HorizonGrowth
    private let isNonNegative: Bool

    /// - Parameter deadRatio: how the errors of slots that are not live compare with those of live ones, over the whole set.
    init(_ values: [Double], season: Int, residuals: [Residual], growth: HorizonGrowth, deadRatio: Double) {
        let slots = SeasonSlots(values, season: season)
        var sums = [Double](repeating: 0, count: slots.count)
        var counts = [Double](repeating: 0, count: slots.count)
        var levels = [Double](repeating: 0, count: slots.count)
        var live = (sum: 0.0, count: 0.0)
        for residual in residuals {
            let slot = slots.slot(residual.place)
            let size = abs(residual.actual - residual.forecast) / growth.factor(residual.step)
            sums[slot] += size
            counts[slot] += 1
            levels[slot] += abs(residual.forecast)
            if slots.isLive[slot] {
                live.sum += size
                live.count += 1
            }
        }
        let known = values.lazy.filter(\.isFinite)
        let change =
            SeasonalScale.differences(values, lag: season) ?? SeasonalScale.differences(values, lag: 1)
            ?? known.reduce(0) { $0 + abs($1) } / Double(max(1, known.count))
        let whole = (live.sum + 4 * change) / (live.count + 4)
        let borrowed = 6.0
        bySlot = slots.isLive.indices.map { slot in
            let prior = slots.isLive[slot] ? whole : whole * deadRatio
            return (sums[slot] + borrowed * prior) / (counts[slot] + borrowed)
        }
        meanForecast = slots.isLive.indices.map { counts[$0] > 0 ? levels[$0] / counts[$0] : .nan }
        isNonNegative = !values.contains { $0 < 0 }
        self.slots = slots
        self.growth = growth
    }

    /// Whether anything is ever sold at a place in the season.
    func isLive(_ place: Int) -> Bool { slots.isLive[slots.slot(place)] }

    /// Never negative. Errors of quantities that cannot be negative grow with the root of their size, as counts do.
    func value(place: Int, step: Int, forecast: Double) -> Double {
        let slot = slots.slot(place)
        var scale = bySlot[slot] * growth.factor(step)
        let mean = meanForecast[slot]
        if isNonNegative, mean > 0 {
            let ratio = (max(0, forecast) + 0.2 * mean) / (1.2 * mean)
            scale *= min(2, max(0.5, ratio.squareRoot()))
        }
        return scale
    }
}
