/// How far behind a job stands in its queue: it is claimed as if it had become ready that much later. So a more urgent job
/// goes first when both are fresh, and nothing waits for ever: what has waited longer than the difference goes first.
///
/// The order is the one of the house: scraping before agents before analysis.
package struct JobPriority: Sendable, Hashable {
    /// Seconds, 0 to 3 600.
    package let delaySeconds: Int

    package static let scraping = JobPriority(delaySeconds: 0)
    package static let agents = JobPriority(delaySeconds: 60)
    package static let analysis = JobPriority(delaySeconds: 300)

    package init(delaySeconds: Int) { self.delaySeconds = min(max(0, delaySeconds), 3_600) }
}
