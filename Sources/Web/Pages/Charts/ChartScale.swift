/// Maps days and values to the whole-pixel coordinates of a chart, and chooses its gridlines.
struct ChartScale {
    let plot: ChartFrame
    let firstDay: Int
    let lastDay: Int
    let low: Double
    let high: Double
    /// Values of the gridlines, in the series' smallest units.
    let ticks: [Int64]

    /// - Parameters:
    ///   - values: the range shown; it is widened to round numbers.
    ///   - includesZero: for stock, whose height is a quantity; prices may start above zero because a line is read by
    ///     its slope.
    init(days: ClosedRange<Int>, values: ClosedRange<Int64>, includesZero: Bool, digits: Int, plot: ChartFrame) {
        self.plot = plot
        firstDay = days.lowerBound
        lastDay = max(days.upperBound, days.lowerBound + 1)
        let bottom = includesZero ? min(Double(values.lowerBound), 0) : Double(values.lowerBound)
        let top = Double(values.upperBound)
        let step = Self.step(for: max(top - bottom, top.magnitude * 0.08, 1), whole: digits)
        let padding = includesZero ? 0 : step * 0.15
        low = max(((bottom - padding) / step).rounded(.down) * step, bottom < 0 ? -Double.infinity : 0)
        high = max(((top + padding) / step).rounded(.up) * step, low + step)
        var ticks: [Int64] = []
        var value = low
        while value <= high + step / 2, ticks.count < 12 {
            if let tick = Int64(exactly: value.rounded()) { ticks.append(tick) }
            value += step
        }
        self.ticks = ticks
    }

    func x(_ day: DayStamp) -> Int {
        let share = Double(Int(day.daysSince2000) - firstDay) / Double(lastDay - firstDay)
        return plot.left + Int((min(max(share, 0), 1) * Double(plot.width)).rounded())
    }

    func y(_ value: Int64) -> Int {
        let share = (Double(value) - low) / (high - low)
        guard share.isFinite else { return plot.bottom }
        return plot.bottom - Int((min(max(share, 0), 1) * Double(plot.height)).rounded())
    }

    /// The smallest of 1, 2, 2.5, 5 × 10ⁿ that cuts the range into at most four parts.
    private static func step(for range: Double, whole digits: Int) -> Double {
        var power = 1.0
        while power * 40 < range, power < 1e18 { power *= 10 }
        let choices = [1.0, 2, 2.5, 5, 10, 20, 25, 50].map { $0 * power }.filter { $0.rounded() == $0 }
        return choices.first { range / $0 <= 4 } ?? range
    }
}
