package import Postgres

extension JobVerdict {
    /// What an error of an attempt means.
    /// - Parameters:
    ///   - wasCancelled: somebody wanted this job cancelled.
    ///   - isStopping: the worker itself stops, which ends tasks as a cancellation does.
    ///   - fraction: a random number in 0...1, for the jitter.
    package static func of(
        _ error: any Error, attempt: Int, mostAttempts: Int, backoff: Backoff, wasCancelled: Bool, isStopping: Bool,
        fraction: Double
    ) -> JobVerdict {
        if wasCancelled { return .cancelled(reason: "somebody cancelled it") }
        switch error {
        case is JobFenced:
            // Its lease is gone; whatever is said about it will be refused and recorded.
            return .retry(after: .zero, reason: "its lease was taken away")
        case JobControl.snooze(let wait): return .snoozed(wait)
        case JobControl.cancel(let reason): return .cancelled(reason: reason)
        case JobControl.giveUp(let reason): return .dead(reason: reason)
        case JobControl.retry(let wait, let reason):
            return attempt >= mostAttempts ? .dead(reason: reason) : .retry(after: wait, reason: reason)
        case is CancellationError where isStopping:
            return .released
        default:
            let reason = error is JobTimeout ? "it took longer than it may" : String(describing: error)
            guard attempt < mostAttempts else { return .dead(reason: reason) }
            return .retry(after: backoff.delay(afterFailures: attempt, fraction: fraction), reason: reason)
        }
    }
}

/// An attempt took longer than its kind may.
package struct JobTimeout: Error, Sendable {
    package init() {}
}
