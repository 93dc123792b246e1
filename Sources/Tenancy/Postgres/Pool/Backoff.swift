/// Exponential back-off with full jitter (the "full jitter" variant of the AWS Architecture Blog, 2015):
/// a random duration between zero and `min(cap, base × 2^(failures − 1))`.
package struct Backoff: Sendable {
    package let base: Duration
    package let cap: Duration

    package init(base: Duration = .milliseconds(100), cap: Duration = .seconds(3)) {
        self.base = base
        self.cap = cap
    }

    /// - Parameters:
    ///   - failures: failures in a row, 1 or more.
    ///   - fraction: a random number in 0...1.
    package func delay(afterFailures failures: Int, fraction: Double) -> Duration {
        let doublings = min(max(failures - 1, 0), 16)
        let ceiling = min(cap, base * (1 << doublings))
        return ceiling * min(max(fraction, 0), 1)
    }
}
