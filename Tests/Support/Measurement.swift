import Foundation

/// Measurements take minutes and say nothing about right or wrong, so they run only when asked for.
package enum Measurement {
    /// `TIDEMARK_MEASURE=1 swift test --filter …`
    package static let isWanted = ProcessInfo.processInfo.environment["TIDEMARK_MEASURE"] == "1"

    /// Runs something `times` times after a few to warm up.
    /// - Returns: median and 95th percentile in milliseconds.
    package static func of(times: Int = 100, _ work: () async throws -> Void) async throws -> (p50: Double, p95: Double)
    {
        for _ in 0..<10 { try await work() }
        var spent: [Double] = []
        for _ in 0..<times {
            let start = ContinuousClock.now
            try await work()
            spent.append((ContinuousClock.now - start) / .milliseconds(1))
        }
        spent.sort()
        return (spent[times / 2], spent[times * 95 / 100])
    }
}
