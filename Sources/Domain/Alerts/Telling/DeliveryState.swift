/// Where a message stands. Twin of the check on `alert_deliveries.state` (parity test).
package enum DeliveryState: String, Sendable, Hashable, CaseIterable {
    /// To be sent, perhaps tried before.
    case queued
    /// The other side has taken it.
    case delivered
    /// Nobody tries again.
    case failed
}
