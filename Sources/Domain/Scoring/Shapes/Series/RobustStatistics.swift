/// Middle and spread of numbers that a few wild ones cannot move.
enum RobustStatistics {
    /// Makes the median absolute deviation of a normal distribution its standard deviation.
    static let normalConsistency = 1.482_602_218_505_602

    /// The middle value, of an even count the mean of the two in the middle; nil of nothing.
    static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        return median(sorted: values.sorted())
    }

    /// As `median`, of values that are not empty and in order.
    static func median(sorted values: [Double]) -> Double {
        let middle = values.count / 2
        return values.count.isMultiple(of: 2) ? (values[middle - 1] + values[middle]) / 2 : values[middle]
    }

    /// Standard deviation by the median absolute deviation (Hampel, 1974). Where more than half of the values are the
    /// same, by their mean absolute deviation instead; zero only of values that are all the same, or of nothing.
    static func spread(_ values: [Double]) -> Double { middleAndSpread(values).spread }

    /// The median, 0 of nothing, and the spread around it.
    static func middleAndSpread(_ values: [Double]) -> (middle: Double, spread: Double) {
        guard let middle = median(values) else { return (0, 0) }
        let distances = values.map { abs($0 - middle) }.sorted()
        let byMedian = normalConsistency * median(sorted: distances)
        if byMedian > 0 { return (middle, byMedian) }
        // Square root of π / 2.
        return (middle, 1.253_314_137_315_5 * distances.reduce(0, +) / Double(distances.count))
    }

    /// As `spread`, but surer of few values: the root mean square of values around zero, wild ones cut at 2.5 spreads
    /// (a step of Huber's proposal 2, 1964; the factor makes it the standard deviation of normal ones).
    static func cutSpread(_ values: [Double]) -> Double {
        let limit = 2.5 * spread(values)
        guard limit > 0 else { return 0 }
        let squares = values.reduce(0) { $0 + min(limit * limit, $1 * $1) }
        return 1.011 * (squares / Double(values.count)).squareRoot()
    }
}
