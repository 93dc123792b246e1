package import Routes

/// Alerts: those that wait, or those that are over.
package struct AlertsPage: Page {
    let layout: Layout
    let area: ConsoleArea
    let tabs: [TabLink]
    let lines: [AlertLine]
    let isResolved: Bool
    let next: Link?

    /// - Parameter next: when the last one began, if there are more.
    package init(
        frame: PageFrame, area: ConsoleArea, query: AlertsQuery, waiting: Int, lines: [AlertLine], next: Double?
    ) {
        let text = frame.text
        let title =
            query.show == .resolved
            ? text[.alertsTitleResolved]
            : waiting > 0
                ? text.count(waiting, one: .alertsTitleOne, other: .alertsTitleOther)
                : lines.isEmpty ? text[.alertsTitleNone] : text[.alertsTitleLookedAfter]
        layout = Layout(frame, title: title, area: area == .company ? .alerts : .staff)
        self.area = area
        tabs = AlertTab.all(current: .alerts, area, text)
        self.lines = lines
        isResolved = query.show == .resolved
        self.next = next.map { AlertRoute.index(area, AlertsQuery(show: query.show, before: $0)).link }
    }

    package static let template = "alerts/index"

    package static func program(in library: TemplateLibrary) -> Program<AlertsPage> { library.alerts }

    package static let shape = Shape<AlertsPage>([
        .part("layout", \.layout),
        .list("tabs", \.tabs),
        .list("lines", \.lines),
        .flag("hasLines") { !$0.lines.isEmpty },
        .flag("isResolved", \.isResolved),
        .link("living") { AlertRoute.index($0.area, AlertsQuery()).link },
        .link("resolved") { AlertRoute.index($0.area, AlertsQuery(show: .resolved)).link },
        .link("channels") { AlertRoute.channels($0.area).link },
        .link("next", optional: \.next),
    ])
}
