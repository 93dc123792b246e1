/// All explanations of a series that compete.
///
/// Places in time are searched by least squares on a running median of three, levels and slopes are medians, and the
/// comparison is that of `ResidualCost`.
struct ShapeFits {
    /// Values a level needs on either side of a jump.
    static let side = 4
    /// Steps for which a peak must be over.
    static let over = 3

    let series: SteadySeries
    private let cost: ResidualCost
    private let smooth: [Double]

    init(_ series: SteadySeries) {
        self.series = series
        cost = ResidualCost(places: series.places, values: series.values)
        smooth = Self.runningMedian(series.values)
    }

    /// - Parameter season: only one that held in the year held back.
    func all(season: SeasonFit?) -> [ShapeFit] {
        let fits = [cost.wander(series.values), flat, line, step, lateStep, peak] + bends
        let seasonal = season.map { season in
            cost.fit(.season(slope: season.slope), season.residuals, parameters: 2 + 2 * season.harmonics)
        }
        return (fits + [seasonal]).compactMap(\.self)
    }

    private var flat: ShapeFit {
        let level = RobustStatistics.median(series.values) ?? 0
        return cost.fit(.flat, series.values.map { $0 - level }, parameters: 1)
    }

    private var line: ShapeFit? {
        guard let line = RobustSlope(places: series.places, values: series.values) else { return nil }
        let residuals = zip(series.places, series.values).map { $1 - line.intercept - line.slope * Double($0) }
        return cost.fit(.line(slope: line.slope), residuals, parameters: 2)
    }

    private var step: ShapeFit? {
        jump(within: Self.side...(series.values.count - Self.side)).map { jump(.step(first: $0), at: $0) }
    }

    private var lateStep: ShapeFit? {
        let count = series.values.count
        return jump(within: (count - Self.side + 1)...(count - 1)).map { jump(.lateStep(first: $0), at: $0) }
    }

    private func jump(_ form: ShapeFit.Form, at first: Int) -> ShapeFit {
        let before = RobustStatistics.median(Array(series.values[..<first])) ?? 0
        let after = RobustStatistics.median(Array(series.values[first...])) ?? 0
        let residuals = series.values.indices.map { series.values[$0] - ($0 < first ? before : after) }
        return cost.fit(form, residuals, parameters: 3)
    }

    /// The place at which two levels explain most.
    func jump(within places: ClosedRange<Int>) -> Int? {
        let mean = smooth.reduce(0, +) / Double(smooth.count)
        var best: (place: Int, gain: Double)?
        var sum = 0.0
        for place in smooth.indices.dropFirst() {
            sum += smooth[place - 1] - mean
            guard places.contains(place) else { continue }
            let (left, right) = (Double(place), Double(smooth.count - place))
            let gain = sum * sum * (1 / left + 1 / right)
            if gain > best?.gain ?? -1 { best = (place, gain) }
        }
        return best?.place
    }

    /// A flat part and a line that meet, in either order.
    private var bends: [ShapeFit?] {
        [true, false].map { beginsFlat -> ShapeFit? in
            guard let (knot, slope) = bend(beginsFlat: beginsFlat) else { return nil }
            let bent = zip(series.places, series.values).map { place, value in
                let distance = place - series.places[knot]
                return value - slope * Double(beginsFlat ? max(0, distance) : min(0, distance))
            }
            let level = RobustStatistics.median(bent) ?? 0
            let form: ShapeFit.Form =
                beginsFlat ? .begins(knot: knot, slope: slope) : .ended(knot: knot, slope: slope)
            return cost.fit(form, bent.map { $0 - level }, parameters: 3)
        }
    }

    /// The knot and slope that explain most, by regression on the time beyond the knot, from running sums.
    private func bend(beginsFlat: Bool) -> (knot: Int, slope: Double)? {
        let count = smooth.count
        let mean = smooth.reduce(0, +) / Double(count)
        var best: (knot: Int, slope: Double, gain: Double)?
        // Over the values on the side of the line: their number, sums of time and its square, of value and its product
        // with time.
        var (inside, times, squares, sum, product) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for offset in 0..<(count - Self.side) {
            let knot = beginsFlat ? count - 1 - offset : offset
            let (time, value) = (Double(series.places[knot]), smooth[knot] - mean)
            (inside, times, squares) = (inside + 1, times + time, squares + time * time)
            (sum, product) = (sum + value, product + time * value)
            guard offset >= Self.side else { continue }
            let total = times - time * inside
            let spread = squares - 2 * time * times + time * time * inside - total * total / Double(count)
            let shared = product - time * sum
            guard spread > 0, shared * shared / spread > best?.gain ?? 0 else { continue }
            best = (knot, shared / spread, shared * shared / spread)
        }
        return best.map { ($0.knot, $0.slope) }
    }

    /// The template that explains most, anywhere it is over by now.
    private var peak: ShapeFit? {
        let values = series.values
        let mean = values.reduce(0, +) / Double(values.count)
        var dense = Array(repeating: Double.nan, count: series.steps)
        for (place, value) in zip(series.places, values) { dense[place] = value - mean }
        var best: (template: PeakTemplate, first: Int, gain: Double, height: Double)?
        for template in PeakTemplate.all(steps: series.steps) {
            for first in (1 - template.heights.count / 2)..<max(1, series.steps - Self.over - template.spent + 1) {
                let found = gain(of: template, at: first, in: dense)
                guard found.height > 0, found.gain > best?.gain ?? 0 else { continue }
                best = (template, first, found.gain, found.height)
            }
        }
        guard let best else { return nil }
        let left = zip(series.places, values).map { place, value in
            let inside = best.template.heights.indices.contains(place - best.first)
            return inside ? value - best.height * best.template.heights[place - best.first] : value
        }
        let level = RobustStatistics.median(left) ?? 0
        return cost.fit(.peak, left.map { $0 - level }, parameters: 4)
    }

    private func gain(of template: PeakTemplate, at first: Int, in dense: [Double]) -> (gain: Double, height: Double) {
        var (sum, squares, product) = (0.0, 0.0, 0.0)
        for (offset, height) in template.heights.enumerated() {
            let place = first + offset
            guard dense.indices.contains(place), !dense[place].isNaN else { continue }
            sum += height
            squares += height * height
            product += height * dense[place]
        }
        let spread = squares - sum * sum / Double(series.values.count)
        return spread > 0 ? (product * product / spread, product / spread) : (0, 0)
    }

    private static func runningMedian(_ values: [Double]) -> [Double] {
        values.indices.map { index in
            guard index > 0, index < values.count - 1 else { return values[index] }
            let (left, middle, right) = (values[index - 1], values[index], values[index + 1])
            return max(min(left, middle), min(max(left, middle), right))
        }
    }
}
