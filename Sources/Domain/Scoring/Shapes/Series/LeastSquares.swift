/// Least squares with few columns, by the normal equations and Cholesky's factorisation.
enum LeastSquares {
    /// The coefficients, or nil where the columns do not determine them.
    /// - Parameter rows: all of the same length, as many as `values`.
    static func coefficients(rows: [[Double]], values: [Double]) -> [Double]? {
        let width = rows.first?.count ?? 0
        guard width > 0, rows.count >= width else { return nil }
        var matrix = Array(repeating: Array(repeating: 0.0, count: width), count: width)
        var right = Array(repeating: 0.0, count: width)
        for (row, value) in zip(rows, values) {
            for column in 0..<width {
                right[column] += row[column] * value
                for other in 0...column { matrix[column][other] += row[column] * row[other] }
            }
        }
        return solve(matrix, right)
    }

    private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
        var factor = matrix
        var answer = right
        let width = right.count
        for column in 0..<width {
            for row in column..<width {
                var sum = matrix[row][column]
                for inner in 0..<column { sum -= factor[row][inner] * factor[column][inner] }
                if row == column {
                    // Columns that others explain to within rounding cannot be told apart from them.
                    guard sum > 1e-9 * matrix[column][column], sum > 0 else { return nil }
                    factor[column][column] = sum.squareRoot()
                } else {
                    factor[row][column] = sum / factor[column][column]
                }
            }
        }
        for row in 0..<width {
            for inner in 0..<row { answer[row] -= factor[row][inner] * answer[inner] }
            answer[row] /= factor[row][row]
        }
        for row in (0..<width).reversed() {
            for inner in row..<width where inner > row { answer[row] -= factor[inner][row] * answer[inner] }
            answer[row] /= factor[row][row]
        }
        return answer
    }
}
