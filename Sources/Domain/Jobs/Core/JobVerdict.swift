/// How one attempt ended.
package enum JobVerdict: Sendable, Equatable {
    case completed
    /// Completed in the transaction of its effects; there is nothing left to say.
    case settled
    case cancelled(reason: String)
    /// Again after a wait; the attempt counted.
    case retry(after: Duration, reason: String)
    case snoozed(Duration)
    /// Handed back because the worker stops; the attempt does not count.
    case released
    case dead(reason: String)

    /// The word of `settle_jobs`.
    package var word: String {
        switch self {
        case .completed, .settled: "completed"
        case .cancelled: "cancelled"
        case .retry: "retry"
        case .snoozed: "snoozed"
        case .released: "released"
        case .dead: "dead"
        }
    }

    /// Whether the job is over.
    package var isFinal: Bool {
        switch self {
        case .completed, .settled, .cancelled, .dead: true
        case .retry, .snoozed, .released: false
        }
    }
}
