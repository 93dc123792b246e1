/// When a message that was not taken is tried again, and for how long.
package enum DeliveryRetry {
    /// Seconds before each further attempt.
    package static let waits: [Double] = [5, 30, 300, 1_800, 7_200, 18_000, 36_000]
    /// What is older than this, in seconds, is told to nobody any more.
    package static let mostAge = 86_400.0

    /// - Parameters:
    ///   - attempt: the one that failed, from 1.
    ///   - asked: for how long the other side wants to be left alone.
    ///   - fraction: a random number in 0...1; up to a tenth of the wait is added.
    /// - Returns: nil when nobody tries again.
    package static func wait(after attempt: Int, age: Double, asked: Double?, fraction: Double) -> Double? {
        guard attempt >= 1, attempt <= waits.count else { return nil }
        let wait = max(waits[attempt - 1], min(asked ?? 0, mostAge)) * (1 + fraction / 10)
        return age + wait < mostAge ? wait : nil
    }
}
