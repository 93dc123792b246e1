/// One thing that happened to a job, as a log of a real run or of a simulated one says it.
package struct HistoryEvent: Sendable, Hashable, Codable {
    /// What happened.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case enqueued, claimed, effect, completed, failed, snoozed, released, rescued, cancelRequested, cancelled, dead
        case replayed
        /// Somebody spoke for an attempt that was not theirs (any more); nothing changed.
        case fenced
    }

    /// Seconds of the database's clock, or the position in the log where no clock is at hand or the clock may step.
    package let at: Double
    /// The order of events with an equal `at`.
    package let sequence: Int
    package let job: String
    package let company: String
    package let what: Kind
    /// From 1; the attempts made so far where no attempt runs. `nil` when the log does not say.
    package let attempt: Int?
    /// Whoever holds or held the lease; `nil` when the log does not say, or nobody did.
    package let worker: String?
    /// Of `enqueued`: the unique key, with the kind when keys of several kinds may be alike. Of `effect`: the key of the
    /// effect. Of `completed`: the effect that was committed with the end.
    package let key: String?

    package init(
        at: Double, sequence: Int = 0, job: String, company: String, what: Kind, attempt: Int? = nil,
        worker: String? = nil, key: String? = nil
    ) {
        self.at = at
        self.sequence = sequence
        self.job = job
        self.company = company
        self.what = what
        self.attempt = attempt
        self.worker = worker
        self.key = key
    }
}
