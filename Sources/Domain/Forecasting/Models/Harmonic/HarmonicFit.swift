/// A long pattern, and what a model makes of the rest.
struct HarmonicFit: FittedModel {
    let fitted: [Double]
    private let regression: HarmonicRegression
    private let pattern: HarmonicPattern
    private let rest: any FittedModel
    private let season: Int
    private let scale: Double
    private let floor: Double
    private let steps: Int

    /// - Parameter settle: a model of what is left without the pattern.
    init?(_ regression: HarmonicRegression, _ series: ScaledSeries, settle: (History) -> (any FittedModel)?) {
        guard let period = LongPeriod(season: series.season),
            let pattern = regression.pattern(HarmonicSelection.deseasoned(series, season: period.season))
        else { return nil }
        let scale = series.scale
        let unknown = [Double](repeating: .nan, count: series.lead)
        let left = series.values.enumerated().map { ($0.element - pattern.value($0.offset)) * scale }
        guard let rest = settle(History(unknown + left, season: period.season)) else { return nil }
        let floor = series.minimum >= 0 ? 0 : -Double.greatestFiniteMagnitude
        fitted = rest.fitted.enumerated().map { step, value in
            value.isNaN ? .nan : Self.bounded(value + pattern.value(step - series.lead) * scale, from: floor)
        }
        self.regression = regression
        self.pattern = pattern
        self.rest = rest
        season = series.season
        self.scale = scale
        self.floor = floor
        steps = series.values.count
    }

    func forecast(horizon: Int) -> [Double] {
        rest.forecast(horizon: horizon).enumerated().map { ahead, value in
            Self.bounded(value + pattern.value(steps + ahead) * scale, from: floor)
        }
    }

    func over(_ history: History) -> (any FittedModel)? {
        ScaledSeries(History(history.values, season: season)).flatMap { series in
            HarmonicFit(regression, series) { rest.over($0) }
        }
    }

    private static func bounded(_ value: Double, from floor: Double) -> Double {
        value.isNaN ? 0 : min(max(value, floor), .greatestFiniteMagnitude)
    }
}
