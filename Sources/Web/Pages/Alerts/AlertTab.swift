import Routes

/// The pages of alerts, as they stand above each of them.
enum AlertTab: CaseIterable {
    case alerts, monitors, channels

    static func all(current: AlertTab, _ area: ConsoleArea, _ text: InterfaceText) -> [TabLink] {
        allCases.map { TabLink(label: $0.label(text), link: $0.link(area), isCurrent: $0 == current) }
    }

    private func link(_ area: ConsoleArea) -> Link {
        switch self {
        case .alerts: AlertRoute.index(area, AlertsQuery()).link
        case .monitors: AlertRoute.monitors(area).link
        case .channels: AlertRoute.channels(area).link
        }
    }

    private func label(_ text: InterfaceText) -> String {
        switch self {
        case .alerts: text[.layoutAlerts]
        case .monitors: text[.monitorsTab]
        case .channels: text[.channelsTab]
        }
    }
}
