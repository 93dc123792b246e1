/// Finds a low point of a function of one variable inside an interval, the same one every time: a grid of even steps against hollows
/// that are not the deepest, then golden sections (Kiefer, 1953) about the best of it.
package struct GoldenSection: Sendable {
    /// Points of the grid, at least 3.
    package var grid = 9
    /// Sections after it; each leaves 0.618 of the interval.
    package var sections = 10

    package init(grid: Int = 9, sections: Int = 10) {
        self.grid = max(3, grid)
        self.sections = sections
    }

    package func minimum(
        in interval: ClosedRange<Double>, _ function: (Double) -> Double
    ) -> (point: Double, value: Double) {
        let step = (interval.upperBound - interval.lowerBound) / Double(grid - 1)
        var best = (point: interval.lowerBound, value: Double.infinity)
        for place in 0..<grid {
            let point = min(interval.lowerBound + step * Double(place), interval.upperBound)
            let value = function(point)
            if value < best.value { best = (point, value) }
        }
        let ratio = 0.618_033_988_749_895
        var low = max(interval.lowerBound, best.point - step)
        var high = min(interval.upperBound, best.point + step)
        var left = high - ratio * (high - low)
        var right = low + ratio * (high - low)
        var (atLeft, atRight) = (function(left), function(right))
        for _ in 0..<sections {
            if atLeft < best.value { best = (left, atLeft) }
            if atRight < best.value { best = (right, atRight) }
            if atLeft < atRight {
                (high, right, atRight) = (right, left, atLeft)
                left = high - ratio * (high - low)
                atLeft = function(left)
            } else {
                (low, left, atLeft) = (left, right, atRight)
                right = low + ratio * (high - low)
                atRight = function(right)
            }
        }
        return best
    }
}
