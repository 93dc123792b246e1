package import Outbound

/// When a mail that was not taken is tried again.
package enum MailRetry {
    /// - Parameters:
    ///   - attempt: the one that failed, from 1.
    ///   - fraction: a random number in 0...1; up to half of the wait is left to it.
    package static func wait(
        after kind: SMTPFailure.Kind, attempt: Int, fraction: Double
    ) -> Duration {
        // A server that says "later" often means greylisting: who comes again within five minutes is sent away again.
        let (base, cap): (Duration, Duration) =
            kind == .deferred ? (.seconds(300), .seconds(7_200)) : (.seconds(20), .seconds(1_800))
        let wait = min(cap, base * (1 << min(max(attempt - 1, 0), 12)))
        return kind == .deferred ? wait * (1 + fraction / 2) : wait * (0.5 + fraction / 2)
    }
}
