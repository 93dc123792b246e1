package import Catalog

/// How right forecasts of one kind were.
package struct TrackRecordLine: Sendable {
    package let key: TrackRecordKey
    package let settled: Int
    /// Those whose day has not come, or whose truth has not arrived.
    package let pending: Int
    /// Shares inside the intervals, 0...1; nil before anything is settled.
    package let coverage80: Double?
    package let coverage95: Double?
    /// The share of those that moved, and were expected to, of which the direction was said rightly; nil of nothing.
    package let direction: Share?
    /// What the better of always saying up and always saying down reaches there, 0...1.
    package let baseRate: Double?
    /// Per cent: 100·Σ|y − f| / Σ|y|, 100·Σ(f − y) / Σ|y|, and the mean of 100·|y − f| / |y| over those that are not zero.
    package let wape: Double?
    package let bias: Double?
    package let mape: Double?
    /// The same as `wape` of the naive forecast.
    package let naiveWape: Double?
}
