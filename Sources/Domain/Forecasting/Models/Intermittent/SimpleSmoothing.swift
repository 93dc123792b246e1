/// Simple exponential smoothing that begins at the first value (Brown, 1959).
struct SimpleSmoothing {
    /// The level after the last value, and the squares of the errors one step ahead.
    static func run(_ values: ContiguousArray<Double>, smoothing: Double) -> (level: Double, squares: Double) {
        guard var level = values.first else { return (0, 0) }
        var squares = 0.0
        for value in values.dropFirst() {
            let error = value - level
            squares += error * error
            level += smoothing * error
        }
        return (level, squares)
    }

    /// The smoothing whose errors are least; the middle of the range where there is nothing to learn from.
    static func best(_ values: ContiguousArray<Double>, in range: ClosedRange<Double>) -> Double {
        guard values.count > 2 else { return (range.lowerBound + range.upperBound) / 2 }
        return GoldenSection(grid: 5, sections: 8).minimum(in: range) { run(values, smoothing: $0).squares }.point
    }
}
