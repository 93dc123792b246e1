import Foundation

/// A pattern of sine waves over a long period, estimated beside a straight line by least squares on values less a share of the one
/// before, so that a level that wanders is not taken for a pattern (Cochrane and Orcutt, 1949; harmonics as in Young, Pedregal and
/// Tych, 1999).
struct HarmonicRegression {
    let period: Double
    /// Waves, the longest of one period, each next one shorter; 0 for no pattern.
    let harmonics: Int
    /// Share of the value before that is taken off, from 0 to 1.
    let persistence: Double

    /// The pattern that explains values best.
    /// - Parameter values: without gaps, and without a shorter season.
    func pattern(_ values: ContiguousArray<Double>) -> HarmonicPattern? {
        let rows = values.count - 1
        let width = 2 + 2 * harmonics
        guard rows > 2 * width else { return nil }
        var columns = ContiguousArray(repeating: 0.0, count: rows * width)
        var target = ContiguousArray(repeating: 0.0, count: rows)
        let kept = persistence
        for row in 0..<rows {
            target[row] = values[row + 1] - kept * values[row]
            columns[row] = 1
            columns[rows + row] = Double(row) / Double(rows)
        }
        for wave in 0..<harmonics {
            let turn = 2 * Double.pi * Double(wave + 1) / period
            let first = (2 + 2 * wave) * rows
            for row in 0..<rows {
                let (now, before) = (turn * Double(row + 1), turn * Double(row))
                columns[first + row] = sin(now) - kept * sin(before)
                columns[first + rows + row] = cos(now) - kept * cos(before)
            }
        }
        return columns.withUnsafeBufferPointer { columns in
            target.withUnsafeBufferPointer { target in
                guard let weights = NormalEquations(columns: columns, target: target).solution() else { return nil }
                var squares = 0.0
                for row in 0..<rows {
                    var left = target[row]
                    for column in 0..<width { left -= weights[column] * columns[column * rows + row] }
                    squares += left * left
                }
                return HarmonicPattern(period: period, weights: ContiguousArray(weights.dropFirst(2)), squares: squares)
            }
        }
    }
}
