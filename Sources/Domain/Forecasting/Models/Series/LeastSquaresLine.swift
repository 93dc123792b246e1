/// The straight line nearest to values at even steps; level where there is only one value.
struct LeastSquaresLine {
    /// At the step before the first value.
    let intercept: Double
    /// For each step.
    let slope: Double

    /// - Parameter values: without gaps.
    init(_ values: some Collection<Double>) {
        let count = Double(values.count)
        let middle = (count + 1) / 2
        let mean = values.reduce(0, +) / max(1, count)
        var above = 0.0
        var below = 0.0
        for (place, value) in values.enumerated() {
            let distance = Double(place + 1) - middle
            above += distance * (value - mean)
            below += distance * distance
        }
        slope = below > 0 ? above / below : 0
        intercept = mean - slope * middle
    }
}
