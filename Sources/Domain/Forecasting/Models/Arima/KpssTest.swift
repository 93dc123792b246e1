/// Says whether a series needs differencing before its level holds still (Kwiatkowski, Phillips, Schmidt and Shin, 1992).
enum KpssTest {
    /// Upper 5 % of the statistic for a level.
    private static let limit = 0.463

    /// - Parameter values: without gaps.
    static func isLevel(_ values: ContiguousArray<Double>) -> Bool {
        let count = values.count
        guard count > 3 else { return true }
        let mean = values.reduce(0, +) / Double(count)
        let deviations = ContiguousArray(values.map { $0 - mean })
        var (sum, squares) = (0.0, 0.0)
        for deviation in deviations {
            sum += deviation
            squares += sum * sum
        }
        let lags = Int(3 * Double(count).squareRoot() / 13)
        var variance = deviations.reduce(0) { $0 + $1 * $1 }
        for lag in 1..<max(1, lags + 1) {
            var product = 0.0
            for step in lag..<count { product += deviations[step] * deviations[step - lag] }
            variance += 2 * (1 - Double(lag) / Double(lags + 1)) * product
        }
        guard variance > 0 else { return true }
        return squares / (Double(count) * variance) < limit
    }
}
