import Foundation

/// Finds parameters inside a box at which a sum of squares is low, the same ones every time: the method of Levenberg (1944) and Marquardt
/// (1963) with derivatives by forward difference. A parameter on a wall of its box that wants out stays there for the step.
struct LevenbergMarquardt {
    /// Upper bound on steps, each of which asks for the residuals once per parameter and at least once more.
    var steps = 20
    /// Stops when a step lowers the logarithm of the sum by no more than this.
    var tolerance = 1e-5

    /// - Parameters:
    ///   - count: residuals.
    ///   - residuals: writes them for a point.
    /// - Returns: the best point seen and its sum of squares; infinite where even the start has none.
    func minimum(
        in space: SearchSpace, count: Int,
        _ residuals: (ContiguousArray<Double>, UnsafeMutableBufferPointer<Double>) -> Void
    ) -> (point: ContiguousArray<Double>, squares: Double) {
        var point = space.start
        var storage = ContiguousArray(repeating: 0.0, count: count * (point.count + 2))
        let squares = storage.withUnsafeMutableBufferPointer { storage in
            descend(&point, space, count: count, storage, residuals)
        }
        return (point, squares)
    }

    private func descend(
        _ point: inout ContiguousArray<Double>, _ space: SearchSpace, count: Int,
        _ storage: UnsafeMutableBufferPointer<Double>,
        _ residuals: (ContiguousArray<Double>, UnsafeMutableBufferPointer<Double>) -> Void
    ) -> Double {
        let (units, ranges) = (space.units, space.ranges)
        let axes = point.count
        let base = UnsafeMutableBufferPointer(rebasing: storage[count * axes..<count * (axes + 1)])
        let trial = UnsafeMutableBufferPointer(rebasing: storage[(count * (axes + 1))...])
        residuals(point, base)
        var squares = Self.squares(base)
        guard squares < .infinity else { return squares }
        var damping = 1e-3
        for _ in 0..<steps {
            for axis in 0..<axes {
                let column = UnsafeMutableBufferPointer(rebasing: storage[count * axis..<count * (axis + 1)])
                var moved = point
                let forward = point[axis] + units[axis] * 1e-4
                moved[axis] = forward > ranges[axis].upperBound ? point[axis] - units[axis] * 1e-4 : forward
                residuals(moved, column)
                let scale = units[axis] / (moved[axis] - point[axis])
                for place in 0..<count { column[place] = (base[place] - column[place]) * scale }
            }
            let equations = NormalEquations(
                columns: UnsafeBufferPointer(rebasing: storage[..<(count * axes)]), target: UnsafeBufferPointer(base))
            var lowered = 0.0
            for _ in 0..<5 {
                let free = (0..<axes).map { axis in
                    let pull = equations.pull(axis)
                    return !(point[axis] <= ranges[axis].lowerBound && pull < 0)
                        && !(point[axis] >= ranges[axis].upperBound && pull > 0)
                }
                guard let step = equations.solution(ridge: damping, free: free) else { break }
                var moved = point
                for axis in 0..<axes { moved[axis] = space.held(point[axis] + step[axis] * units[axis], axis: axis) }
                residuals(moved, trial)
                let reached = Self.squares(trial)
                if reached < squares {
                    lowered = log(squares / reached)
                    (point, squares) = (moved, reached)
                    for place in 0..<count { base[place] = trial[place] }
                    damping = max(damping / 10, 1e-7)
                    break
                }
                damping *= 10
            }
            guard lowered > tolerance else { break }
        }
        return squares
    }

    private static func squares(_ values: UnsafeMutableBufferPointer<Double>) -> Double {
        var sum = 0.0
        for value in values { sum += value * value }
        return sum.isNaN ? .infinity : sum
    }
}
