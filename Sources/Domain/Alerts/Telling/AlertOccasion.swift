/// Why somebody is told of alerts. Twin of the check on `alert_deliveries.occasion` (parity test).
package enum AlertOccasion: String, Sendable, Hashable, CaseIterable {
    case opened
    /// It is still open, and nobody has said that they look after it.
    case reminder
    case acknowledged
    case recovered
    /// Somebody wants to know whether the channel works.
    case test
}
