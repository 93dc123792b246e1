/// The in-sample errors of naive forecasts, which scaled metrics divide by.
enum SeasonalScale {
    /// Mean of |y(t) − y(t−lag)| or its square over the steps of which both are known; nil where there are none or it is 0.
    static func differences(_ values: [Double], lag: Int, squared: Bool = false) -> Double? {
        guard lag > 0, values.count > lag else { return nil }
        var sum = 0.0
        var count = 0.0
        for place in lag..<values.count {
            let difference = values[place] - values[place - lag]
            guard difference.isFinite else { continue }
            sum += squared ? difference * difference : abs(difference)
            count += 1
        }
        let mean = count > 0 ? sum / count : 0
        return mean > 0 && mean.isFinite ? mean : nil
    }
}
