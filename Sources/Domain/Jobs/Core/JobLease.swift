package import Companies

package import struct Foundation.Date

/// One attempt as the database knows it: what a worker has to show to end it. The attempt's number alone is not enough, as it
/// comes again after a snooze, a hand-back or a replay; the moment of the claim does not.
package struct JobLease: Sendable, Hashable {
    package let company: CompanyID
    package let id: JobID
    /// From 1.
    package let attempt: Int
    /// By the database's clock, to the microsecond.
    package let claimedAt: Date

    package init(company: CompanyID, id: JobID, attempt: Int, claimedAt: Date) {
        self.company = company
        self.id = id
        self.attempt = attempt
        self.claimedAt = claimedAt
    }
}

extension ClaimedJob {
    package var lease: JobLease { JobLease(company: company, id: id, attempt: attempt, claimedAt: claimedAt) }
}
