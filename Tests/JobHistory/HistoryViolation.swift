/// A promise of the queue that a history breaks. Says what is so in the history itself, so that it reads the same
/// whoever produced it.
package struct HistoryViolation: Sendable, Hashable {
    /// The promises.
    package enum Rule: String, Sendable, Hashable, CaseIterable {
        /// A job that was enqueued ends.
        case lost
        /// Nothing happens to a job that was never enqueued.
        case unknownJob
        /// A job is enqueued once.
        case enqueuedTwice
        /// One attempt at a time holds a job.
        case overlappingLeases
        /// Attempts count up by one; released and snoozed ones do not count; a replay begins anew.
        case attemptCount
        /// Only the attempt that holds a job says how it ended.
        case notTheHolder
        /// Only the attempt that holds a job has effects, and none after it was asked to stop.
        case strayEffect
        /// An effect happens once.
        case effectTwice
        /// What was completed with an effect had it.
        case effectMissing
        /// After its end nothing happens to a job unless it is replayed.
        case afterTheEnd
        /// Only ended jobs are replayed, and no completed one.
        case replayedAlive
        /// A job that was to be cancelled does not go on.
        case cancelIgnored
        /// Two living jobs never have the same unique key.
        case sharedKey
    }

    package let rule: Rule
    package let job: String
    /// What contradicts each other, oldest first.
    package let events: [HistoryEvent]
    /// For a person.
    package let sentence: String
}

extension HistoryViolation: CustomStringConvertible {
    package var description: String { "\(rule.rawValue): job \(job) \(sentence)" }
}
