/// How old the data of a company is.
package struct Freshness: Hashable, Sendable {
    /// When the newest list was read.
    package let newest: MomentStamp
    /// How many sources are overdue.
    package let staleSources: Int

    package init(newest: MomentStamp, staleSources: Int) {
        self.newest = newest
        self.staleSources = staleSources
    }
}
