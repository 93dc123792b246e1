/// The least-squares line through values at even steps 1, 2, …, kept up as they come (Fiorucci et al., 2016, equations 14 to 16).
struct RunningLine: Sendable {
    private(set) var count = 0
    private(set) var intercept = 0.0
    private(set) var slope = 0.0
    private var mean = 0.0

    init() {}

    mutating func add(_ value: Double) {
        count += 1
        let steps = Double(count)
        if count > 1 { slope = ((steps - 2) * slope + 6 / steps * (value - mean)) / (steps + 1) }
        mean += (value - mean) / steps
        intercept = mean - (steps + 1) / 2 * slope
    }
}
