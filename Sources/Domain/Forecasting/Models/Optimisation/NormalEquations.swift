/// Solves linear least squares by its normal equations and Cholesky's method, with a little ridge, so that columns that say the same
/// share the weight instead of failing.
struct NormalEquations {
    private let count: Int
    // Of the symmetric matrix only what is on and below the diagonal is filled.
    private var matrix: ContiguousArray<Double>
    private var right: ContiguousArray<Double>

    /// - Parameter columns: one after the other, each as long as `target`.
    init(columns: UnsafeBufferPointer<Double>, target: UnsafeBufferPointer<Double>) {
        let length = target.count
        count = length == 0 ? 0 : columns.count / length
        matrix = ContiguousArray(repeating: 0, count: count * count)
        right = ContiguousArray(repeating: 0, count: count)
        for one in 0..<count {
            let left = UnsafeBufferPointer(rebasing: columns[one * length..<(one + 1) * length])
            right[one] = Self.dot(left, target)
            for other in 0...one {
                let value = Self.dot(
                    left, UnsafeBufferPointer(rebasing: columns[other * length..<(other + 1) * length]))
                matrix[one * count + other] = value
            }
        }
    }

    /// Above zero where more of the column lowers the sum of squares.
    func pull(_ column: Int) -> Double { right[column] }

    /// - Parameters:
    ///   - ridge: as a share of each column's own square.
    ///   - free: columns that may have a weight; the others have none. Empty for all.
    /// - Returns: nil where the columns are not finite.
    func solution(ridge: Double = 1e-8, free: [Bool] = []) -> ContiguousArray<Double>? {
        var factor = matrix
        var right = right
        for column in free.indices where !free[column] {
            for other in 0..<count {
                factor[column * count + other] = 0
                factor[other * count + column] = 0
            }
            factor[column * count + column] = 1
            right[column] = 0
        }
        let matrix = factor
        for row in 0..<count {
            for column in 0...row {
                var value = matrix[row * count + column]
                if row == column { value += value * ridge }
                for inner in 0..<column { value -= factor[row * count + inner] * factor[column * count + inner] }
                if row == column {
                    let least = matrix[row * count + row] * ridge * 1e-3 + 1e-300
                    factor[row * count + row] = max(value, least).squareRoot()
                } else {
                    factor[row * count + column] = value / factor[column * count + column]
                }
            }
        }
        var solution = right
        for row in 0..<count {
            for inner in 0..<row { solution[row] -= factor[row * count + inner] * solution[inner] }
            solution[row] /= factor[row * count + row]
        }
        for row in (0..<count).reversed() {
            for inner in (row + 1)..<max(row + 1, count) {
                solution[row] -= factor[inner * count + row] * solution[inner]
            }
            solution[row] /= factor[row * count + row]
        }
        return solution.allSatisfy(\.isFinite) ? solution : nil
    }

    // Four sums side by side: the order is fixed, and the processor need not wait for one sum.
    private static func dot(_ left: UnsafeBufferPointer<Double>, _ right: UnsafeBufferPointer<Double>) -> Double {
        var sums = SIMD4<Double>.zero
        var place = 0
        while place + 4 <= left.count {
            let one = SIMD4(left[place], left[place + 1], left[place + 2], left[place + 3])
            let other = SIMD4(right[place], right[place + 1], right[place + 2], right[place + 3])
            sums += one * other
            place += 4
        }
        var sum = sums.sum()
        while place < left.count {
            sum += left[place] * right[place]
            place += 1
        }
        return sum
    }
}
