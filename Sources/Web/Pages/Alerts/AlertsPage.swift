package import Routes

/// Alerts: those that wait, or those that are over.
package struct AlertsPage: Page {
    let layout: Layout
    let area: ConsoleArea
    let tabs: [TabLink]
    let lines: [AlertLine]
    let isResolved: Bool
    let cut: String?
    let next: Link?

    /// - Parameters:
    ///   - waiting: those of the lines that nobody looks after.
    ///   - isCut: whether there are more than these.
    ///   - next: the cursor of the next page, if there is one.
    package init(
        frame: PageFrame, area: ConsoleArea, query: AlertsQuery, waiting: Int, lines: [AlertLine], isCut: Bool,
        next: String?
    ) {
        let text = frame.text
        let areSilent = lines.contains(where: \.isSilenced)
        let title =
            query.show == .resolved
            ? text[.alertsTitleResolved]
            : waiting > 0
                ? text.count(waiting, one: .alertsTitleOne, other: .alertsTitleOther)
                : lines.isEmpty
                    ? text[.alertsTitleNone]
                    : areSilent ? text[.alertsTitleSilenced] : text[.alertsTitleLookedAfter]
        layout = Layout(frame, title: title, area: area == .company ? .alerts : .staff)
        self.area = area
        tabs = AlertTab.all(current: .alerts, area, text)
        self.lines = lines
        isResolved = query.show == .resolved
        cut = isCut && next == nil ? text.count(lines.count, one: .alertsCut, other: .alertsCut) : nil
        self.next = next.map { AlertRoute.index(area, AlertsQuery(show: query.show, cursor: $0)).link }
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
        .text("cut", optional: \.cut),
        .link("next", optional: \.next),
    ])
}
