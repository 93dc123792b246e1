import Foundation

extension MediaMeasure {
    /// What is left of a mention's weight after some days, 0–1.
    static func recency(days: Int) -> Double { exp2(-Double(days) / halfLifeDays) }

    /// Of one more than a sum of weights: a second mention of one source adds less than the first.
    static func logarithm(_ weight: Double) -> Double { log2(1 + weight) }
}
