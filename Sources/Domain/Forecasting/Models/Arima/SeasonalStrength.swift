/// How much of what moves beside the trend is season, from 0 to 1 (Wang, Smith and Hyndman, 2006).
enum SeasonalStrength {
    /// - Parameter values: without gaps. Fewer than two seasons have no strength.
    static func strength(_ values: ContiguousArray<Double>, season: Int) -> Double {
        guard let parts = ClassicalDecomposition(values, season: season, pattern: .additive) else { return 0 }
        let trend = ClassicalDecomposition.movingAverage(values, season)
        let detrended = ContiguousArray(trend.enumerated().map { values[$0.offset + season / 2] - $0.element })
        let rest = ContiguousArray(
            detrended.enumerated().map { $0.element - parts.indices[($0.offset + season / 2) % season] })
        let whole = variance(detrended)
        return whole > 0 ? max(0, 1 - variance(rest) / whole) : 0
    }

    private static func variance(_ values: ContiguousArray<Double>) -> Double {
        let mean = values.reduce(0, +) / Double(max(1, values.count))
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, values.count))
    }
}
