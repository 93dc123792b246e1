/// Where a search begins and how far it may go, axis by axis.
struct SearchSpace {
    private(set) var start = ContiguousArray<Double>()
    /// The size of a change that matters, above zero.
    private(set) var units = ContiguousArray<Double>()
    private(set) var ranges = ContiguousArray<ClosedRange<Double>>()

    // Wide enough for any state of a scaled series, narrow enough for its square.
    private static let anywhere = -1e6...1e6

    /// - Parameter value: moved into the range if outside.
    mutating func add(_ value: Double, unit: Double, within range: ClosedRange<Double>? = nil) {
        let range = range ?? Self.anywhere
        start.append(Self.held(value, in: range))
        units.append(unit)
        ranges.append(range)
    }

    func held(_ value: Double, axis: Int) -> Double { Self.held(value, in: ranges[axis]) }

    private static func held(_ value: Double, in range: ClosedRange<Double>) -> Double {
        min(max(value, range.lowerBound), range.upperBound)
    }
}
