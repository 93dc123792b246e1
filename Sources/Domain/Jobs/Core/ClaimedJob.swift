package import Companies

package import struct Foundation.Date

/// A job in the hands of a worker: one attempt.
package struct ClaimedJob: Sendable, Hashable {
    package let company: CompanyID
    package let id: JobID
    package let kind: String
    /// From 1.
    package let attempt: Int
    package let mostAttempts: Int
    /// JSON.
    package let arguments: String
    /// The trace context of whoever enqueued it.
    package let trace: String?
    package let readyAt: Date
    package let claimedAt: Date

    package init(
        company: CompanyID, id: JobID, kind: String, attempt: Int, mostAttempts: Int, arguments: String,
        trace: String? = nil, readyAt: Date, claimedAt: Date
    ) {
        self.company = company
        self.id = id
        self.kind = kind
        self.attempt = attempt
        self.mostAttempts = mostAttempts
        self.arguments = arguments
        self.trace = trace
        self.readyAt = readyAt
        self.claimedAt = claimedAt
    }
}
