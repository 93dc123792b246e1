package import Jobs
import Postgres

package import struct Foundation.UUID

/// Tells a channel of alerts. Holds the message's id alone: what it says, and where it goes, is looked up when it is sent.
package struct DeliverAlerts: JobArguments {
    package static let kind = "alert.deliver"
    /// In a line of its own: a receiver that answers slowly, or never, holds up nobody else's work.
    package static let queue = JobQueue(rawValue: "alerts")
    package static let settings = JobSettings(
        queue: queue, priority: .scraping, mostAttempts: DeliveryRetry.waits.count + 1, timeLimit: .seconds(600),
        backoff: Backoff(base: .seconds(5), cap: .seconds(600)), mostRunning: 8)

    package let delivery: UUID

    package init(delivery: DeliveryID) { self.delivery = delivery.rawValue }
}
