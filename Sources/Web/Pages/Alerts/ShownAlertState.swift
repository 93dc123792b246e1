/// Where an alert stands, as pages say it.
package enum ShownAlertState: String, Sendable, Hashable, CaseIterable {
    case open, acknowledged, silenced, resolved

    func word(_ text: InterfaceText) -> String {
        switch self {
        case .open: text[.alertOpen]
        case .acknowledged: text[.alertAcknowledged]
        case .silenced: text[.alertSilenced]
        case .resolved: text[.alertResolved]
        }
    }
}
