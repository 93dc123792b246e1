/// Where an alert stands. Twin of the check on `alerts.state` (parity test).
package enum AlertState: String, Sendable, Hashable, CaseIterable {
    /// Beyond the limit, and not for long enough to say so. Nobody sees it.
    case pending
    case open
    /// Somebody has said that they look after it.
    case acknowledged
    case resolved
}
