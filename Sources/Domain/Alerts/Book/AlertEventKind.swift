/// What happened to an alert. Twin of the check on `alert_events.kind` (parity test).
package enum AlertEventKind: String, Sendable, Hashable, CaseIterable {
    case opened, worsened, acknowledged, silenced, unsilenced, returned, resolved
}
