/// Where the evidence of an alert is.
package enum AlertSubjectLink: Sendable, Hashable {
    /// A connection with its runs.
    case connection(String)
    case cycles
    /// Jobs that were given up.
    case deadJobs
    case jobs
    /// What was decided about a product.
    case product(String)
    /// A channel with what was told there.
    case channel(String)
}
