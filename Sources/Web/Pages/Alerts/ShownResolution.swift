/// How an alert ended, as pages say it.
package enum ShownResolution: String, Sendable, Hashable, CaseIterable {
    case recovered, closed, gone, switchedOff

    func word(_ text: InterfaceText) -> String {
        switch self {
        case .recovered: text[.alertRecovered]
        case .closed: text[.alertWasClosed]
        case .gone: text[.alertGone]
        case .switchedOff: text[.alertSwitchedOff]
        }
    }
}
