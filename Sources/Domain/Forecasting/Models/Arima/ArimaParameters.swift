/// Coefficients of a seasonal ARIMA model.
package struct ArimaParameters: SettledParameters {
    package let order: ArimaOrder
    /// Steps of a season; 1 for none.
    package let season: Int
    let autoregression: LagPolynomial
    let movingAverage: LagPolynomial
    /// Mean of the differenced series, in the unit of the history.
    package let mean: Double

    /// - Parameter point: partial autocorrelations of the four sorts of terms in the order p, q, P, Q, then the mean in units of `scale`.
    init(_ order: ArimaOrder, season: Int, scale: Double, _ point: ContiguousArray<Double>) {
        var next = 0
        func take(_ count: Int) -> ContiguousArray<Double> {
            defer { next += count }
            return PartialAutocorrelations.coefficients(Array(point[next..<next + count])[...])
        }
        self.order = order
        self.season = season
        let ordinary = LagPolynomial(take(order.autoregressive).map { -$0 })
        let averaging = LagPolynomial(take(order.movingAverage))
        let seasonal = LagPolynomial(take(order.seasonalAutoregressive).map { -$0 }, stride: season)
        let seasonalAveraging = LagPolynomial(take(order.seasonalMovingAverage), stride: season)
        autoregression = ordinary * seasonal
        movingAverage = averaging * seasonalAveraging
        mean = order.hasConstant ? point[next] * scale : 0
    }

    package func run(_ series: ScaledSeries, fitted: UnsafeMutableBufferPointer<Double>) -> ArimaState? {
        let values = series.bridged
        let lost = order.differences + order.seasonalDifferences * season
        guard values.count > lost else { return nil }
        let differenced = Self.differenced(values, order, season)
        var errors = ContiguousArray(repeating: 0.0, count: differenced.count)
        errors.withUnsafeMutableBufferPointer { residuals(differenced, scale: series.scale, into: $0) }
        for step in lost..<values.count { fitted[step] = values[step] - errors[step - lost] }
        let memory = max(1, whole.lags.last ?? 1)
        return ArimaState(
            values: ContiguousArray(values.suffix(memory)),
            errors: ContiguousArray(errors.suffix(max(1, movingAverage.lags.last ?? 1))),
            constant: mean / series.scale * autoregression.sum)
    }

    package func extrapolate(_ state: ArimaState, horizon: Int) -> ContiguousArray<Double> {
        let whole = whole
        var values = state.values
        for ahead in 0..<horizon {
            var value = state.constant
            for (lag, weight) in zip(whole.lags, whole.weights) where lag <= values.count {
                value -= weight * values[values.count - lag]
            }
            for (lag, weight) in zip(movingAverage.lags, movingAverage.weights) where lag > ahead {
                let place = state.errors.count + ahead - lag
                if place >= 0 { value += weight * state.errors[place] }
            }
            values.append(value)
        }
        return ContiguousArray(values.dropFirst(state.values.count))
    }

    /// Errors of a differenced series one step ahead, taking it to have been at its mean, without error, before it began.
    func residuals(
        _ differenced: ContiguousArray<Double>, scale: Double, into errors: UnsafeMutableBufferPointer<Double>
    ) {
        let level = mean / scale
        let centred = level == 0 ? differenced : ContiguousArray(differenced.map { $0 - level })
        centred.withUnsafeBufferPointer { autoregression.applied(to: $0, into: errors) }
        movingAverage.divide(errors)
    }

    static func differenced(
        _ values: ContiguousArray<Double>, _ order: ArimaOrder, _ season: Int
    ) -> ContiguousArray<Double> {
        var values = values
        for _ in 0..<order.seasonalDifferences { values = values.differenced(season) }
        for _ in 0..<order.differences { values = values.differenced(1) }
        return values
    }

    /// What relates values as they are, differences and all.
    private var whole: LagPolynomial {
        var whole = autoregression
        for _ in 0..<order.differences { whole = whole * .difference(1) }
        for _ in 0..<order.seasonalDifferences { whole = whole * .difference(season) }
        return whole
    }
}
