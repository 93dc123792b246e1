/// A lease that the database says a worker has.
package struct HeldLease: Sendable, Hashable {
    package let lease: JobLease
    /// Somebody wants the job cancelled.
    package let isCancelRequested: Bool

    package init(_ lease: JobLease, isCancelRequested: Bool = false) {
        self.lease = lease
        self.isCancelRequested = isCancelRequested
    }
}
