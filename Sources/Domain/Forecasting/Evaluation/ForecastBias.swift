/// How much more was forecast than came in a whole set: 100·Σ(f − y) / Σ|y|. Per cent; above 0 too much was expected.
///
/// Not defined where nothing was sold in the whole set.
package enum ForecastBias {
    package static func value(of outcomes: some Sequence<ForecastOutcome>) -> Double? {
        var error = 0.0
        var size = 0.0
        for outcome in outcomes {
            for (actual, forecast) in outcome.steps {
                error += forecast - actual
                size += abs(actual)
            }
        }
        return size > 0 ? 100 * error / size : nil
    }
}
