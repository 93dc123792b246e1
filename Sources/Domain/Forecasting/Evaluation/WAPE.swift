/// Weighted absolute percentage error of a whole set: 100·Σ|y − f| / Σ|y|. Per cent.
///
/// Not defined where nothing was sold in the whole set.
/// Source: Kolassa and Schütz (2007), "Advantages of the MAD/MEAN ratio over the MAPE".
package enum WAPE {
    package static func value(of outcomes: some Sequence<ForecastOutcome>) -> Double? {
        var error = 0.0
        var size = 0.0
        for outcome in outcomes {
            for (actual, forecast) in outcome.steps {
                error += abs(actual - forecast)
                size += abs(actual)
            }
        }
        return size > 0 ? 100 * error / size : nil
    }
}
