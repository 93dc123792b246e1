/// The slope of values over time as the median of all slopes between two of them (Theil, 1950; Sen, 1968), and how sure
/// it is by the test of Mann (1945) and Kendall (1975).
///
/// The variance of Kendall's S is corrected for ties and multiplied by (1 + r) / (1 − r) for the correlation r of
/// neighbouring residuals, the limit of the correction of Hamed and Rao (1998) for a first-order process.
struct RobustSlope {
    /// Per step.
    let slope: Double
    /// Half the 95 % interval divided by 1.96, per step.
    let standardError: Double
    /// The 95 % interval by Sen, per step.
    let low: Double
    let high: Double
    /// Kendall's S in its standard deviations; positive when rising.
    let significance: Double
    /// The median residual of the line at step 0.
    let intercept: Double

    /// Nil of fewer than three values.
    /// - Parameter correlation: of neighbouring residuals; outside 0–0.98 the nearest inside.
    init?(places: [Int], values: [Double], correlation: Double = 0) {
        let count = values.count
        guard count >= 3 else { return nil }
        var slopes: [Double] = []
        slopes.reserveCapacity(count * (count - 1) / 2)
        var balance = 0
        for later in 1..<count {
            for earlier in 0..<later {
                let difference = values[later] - values[earlier]
                slopes.append(difference / Double(places[later] - places[earlier]))
                balance += difference > 0 ? 1 : difference < 0 ? -1 : 0
            }
        }
        slopes.sort()
        let slope = RobustStatistics.median(sorted: slopes)
        let kept = min(0.98, max(0, correlation))
        let deviation = (Self.variance(of: values) * (1 + kept) / (1 - kept)).squareRoot()
        let reach = 1.959_963_985 * deviation
        let pairs = Double(slopes.count)
        let lowRank = min(pairs - 1, max(0, ((pairs - reach) / 2).rounded(.down)))
        let highRank = min(pairs - 1, max(0, ((pairs + reach) / 2).rounded(.up)))
        self.slope = slope
        low = slopes[Int(lowRank)]
        high = slopes[Int(highRank)]
        standardError = (high - low) / (2 * 1.959_963_985)
        // One pair less, by the usual correction for continuity.
        let certain = Double(max(0, abs(balance) - 1))
        significance = deviation > 0 ? (balance < 0 ? -certain : certain) / deviation : 0
        intercept = RobustStatistics.median(zip(places, values).map { $1 - slope * Double($0) }) ?? 0
    }

    /// The variance of Kendall's S for independent values, with ties.
    private static func variance(of values: [Double]) -> Double {
        let count = Double(values.count)
        var variance = count * (count - 1) * (2 * count + 5)
        for (_, group) in Dictionary(grouping: values, by: \.self) where group.count > 1 {
            let ties = Double(group.count)
            variance -= ties * (ties - 1) * (2 * ties + 5)
        }
        return max(0, variance / 18)
    }
}
