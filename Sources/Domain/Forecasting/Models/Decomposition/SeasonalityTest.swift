import Foundation

/// Says whether a series has a season, as the M4 competition asked (Makridakis, Spiliotis and Assimakopoulos, 2020): the
/// autocorrelation at the seasonal lag stands out at 90 % against Bartlett's limit.
package enum SeasonalityTest {
    /// Two-sided 90 % of the normal distribution, as M4 rounds it.
    private static let quantile = 1.645

    /// - Parameter values: without gaps. Fewer than three seasons have none.
    package static func isSeasonal(_ values: ContiguousArray<Double>, season: Int) -> Bool {
        guard season > 1, values.count >= 3 * season else { return false }
        var squares = 0.0
        for lag in 1..<season {
            let correlation = autocorrelation(values, lag: lag)
            squares += correlation * correlation
        }
        let limit = quantile * ((1 + 2 * squares) / Double(values.count)).squareRoot()
        return abs(autocorrelation(values, lag: season)) > limit
    }

    /// Between -1 and 1; 0 of a constant series.
    package static func autocorrelation(_ values: ContiguousArray<Double>, lag: Int) -> Double {
        guard lag < values.count else { return 0 }
        let mean = values.reduce(0, +) / Double(values.count)
        return values.withUnsafeBufferPointer { values in
            var above = 0.0
            var below = 0.0
            for step in 0..<values.count {
                let deviation = values[step] - mean
                below += deviation * deviation
                if step >= lag { above += deviation * (values[step - lag] - mean) }
            }
            return below > 0 ? above / below : 0
        }
    }
}
