/// A verdict on its way to the database.
package struct Settlement: Sendable, Equatable {
    package let job: ClaimedJob
    package let verdict: JobVerdict
    /// How long the attempt took.
    package let spent: Duration

    package init(job: ClaimedJob, verdict: JobVerdict, spent: Duration) {
        self.job = job
        self.verdict = verdict
        self.spent = spent
    }
}
