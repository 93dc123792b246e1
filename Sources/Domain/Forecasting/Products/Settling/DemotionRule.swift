/// When a model has shown that the naive forecast would have been better, and when it may be used again.
package enum DemotionRule {
    /// Settled forecasts from which a record says something.
    package static let leastSettled = 30
    /// Days after which a demoted model may show what it can again; from then on only what it forecasts from then on counts.
    package static let mostDays = 90
    private static let deviations = 1.959964

    /// The record of a model beside the naive forecast.
    package struct Record: Sendable, Hashable {
        /// Settled forecasts.
        package let count: Int
        /// Mean over them of (model's error − naive error) / (their sum): -1 where the model was always right, 1 where the naive was.
        package let behind: Double
        /// Standard deviation of the same.
        package let spread: Double

        package init(count: Int, behind: Double, spread: Double) {
            self.count = count
            self.behind = behind
            self.spread = spread
        }

        /// The lower bound of its 95 % interval.
        package var behindAtLeast: Double {
            behind - DemotionRule.deviations * spread / Double(max(1, count)).squareRoot()
        }
    }

    package static func demotes(_ record: Record) -> Bool {
        record.count >= leastSettled && record.behindAtLeast > 0
    }
}
