package import struct Foundation.Date

/// What may be said beside the arguments of a new job.
package struct EnqueueOptions: Sendable {
    /// Not before this moment; `nil` for at once.
    package var at: Date?
    /// At most one living job of the kind has this key in the company.
    package var uniqueKey: String?
    /// Starts when these jobs of the company have ended, however they ended.
    package var after: [JobID]
    /// Starts without them then; only with `after`.
    package var deadline: Date?
    /// W3C trace context of whoever wants it; `nil` for that of the present `WorkScope`, if there is one.
    package var trace: String?

    package init(
        at: Date? = nil, uniqueKey: String? = nil, after: [JobID] = [], deadline: Date? = nil, trace: String? = nil
    ) {
        self.at = at
        self.uniqueKey = uniqueKey
        self.after = after
        self.deadline = deadline
        self.trace = trace
    }
}
