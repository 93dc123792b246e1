/// A verdict on its way to the database.
package struct Settlement: Sendable, Equatable {
    package let job: JobLease
    package let verdict: JobVerdict
    /// How long the attempt took.
    package let spent: Duration

    package init(lease: JobLease, verdict: JobVerdict, spent: Duration) {
        job = lease
        self.verdict = verdict
        self.spent = spent
    }

    package init(job: ClaimedJob, verdict: JobVerdict, spent: Duration) {
        self.init(lease: job.lease, verdict: verdict, spent: spent)
    }
}
