/// What a job throws to say how it goes on, instead of having failed.
package enum JobControl: Error, Sendable {
    /// Try again later; the attempt does not count.
    case snooze(Duration)
    /// Failed, and the other side said when to come back (Retry-After).
    case retry(after: Duration, reason: String)
    /// There is nothing to do any more.
    case cancel(reason: String)
    /// No attempt can succeed; a person must look.
    case giveUp(reason: String)
}

/// The attempt is no longer this worker's: the job was rescued, cancelled or finished elsewhere. Nothing was written.
package struct JobFenced: Error, Sendable {
    package init() {}
}
