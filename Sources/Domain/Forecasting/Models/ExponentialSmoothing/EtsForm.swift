/// Which of the exponential smoothing models of Hyndman, Koehler, Ord and Snyder (2008) a series follows.
package struct EtsForm: Sendable, Hashable {
    package enum Error: Sendable { case additive, multiplicative }
    package enum Trend: Sendable { case none, additive, damped }
    package enum Season: Sendable { case none, additive, multiplicative }

    package let error: Error
    package let trend: Trend
    package let season: Season

    package init(_ error: Error, _ trend: Trend, _ season: Season) {
        self.error = error
        self.trend = trend
        self.season = season
    }

    /// Smoothing parameters, in the order α, β, γ, φ, of those it has.
    var smoothingCount: Int {
        1 + (trend == .none ? 0 : 1) + (season == .none ? 0 : 1) + (trend == .damped ? 1 : 0)
    }

    /// Parameters, first states and the variance, as AICc counts them.
    func parameterCount(season length: Int) -> Int {
        smoothingCount + 2 + (trend == .none ? 0 : 1) + (season == .none ? 0 : length - 1)
    }

    /// The forms that may be tried: multiplicative ones only where every value is above zero, never a multiplicative season with an
    /// additive error, whose variance is not bounded, and no endless trend with a multiplicative error, which rewards lines into zero.
    static func admissible(positive: Bool, seasonal: Bool) -> [EtsForm] {
        var forms: [EtsForm] = []
        for error: Error in positive ? [.additive, .multiplicative] : [.additive] {
            let trends: [Trend] = error == .additive ? [.none, .additive, .damped] : [.none, .damped]
            forms += trends.map { EtsForm(error, $0, .none) }
            guard seasonal else { continue }
            forms += trends.map { EtsForm(error, $0, .additive) }
            if error == .multiplicative { forms += trends.map { EtsForm(error, $0, .multiplicative) } }
        }
        return forms
    }
}
