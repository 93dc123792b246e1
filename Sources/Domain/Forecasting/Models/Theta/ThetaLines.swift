/// The least-squares line that a theta model leans on at each step: of all values, or of those before the step.
struct ThetaLines {
    /// At step 0.
    private(set) var intercepts: ContiguousArray<Double>
    private(set) var slopes: ContiguousArray<Double>
    /// Mean, intercept and slope after the last value.
    private(set) var last: RunningLine

    init(_ values: ContiguousArray<Double>, dynamic: Bool) {
        var line = RunningLine()
        intercepts = []
        slopes = []
        intercepts.reserveCapacity(values.count)
        slopes.reserveCapacity(values.count)
        for value in values {
            intercepts.append(line.count == 0 ? value : line.intercept)
            slopes.append(line.slope)
            line.add(value)
        }
        if !dynamic {
            for step in intercepts.indices { (intercepts[step], slopes[step]) = (line.intercept, line.slope) }
        }
        last = line
    }
}
