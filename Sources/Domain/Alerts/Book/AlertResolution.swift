/// How an alert ended. Twin of the check on `alerts.resolution` (parity test).
package enum AlertResolution: String, Sendable, Hashable, CaseIterable {
    /// The figure is within its limit again.
    case recovered
    /// Somebody has closed it.
    case closed
    /// What it was about is not watched any more: a connection that was revoked or paused.
    case gone
    /// The monitor was switched off.
    case switchedOff = "switched_off"
}
