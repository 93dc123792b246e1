package import Routes

/// The figures that are watched, each with its limit.
package struct MonitorsPage: Page {
    let layout: Layout
    let area: ConsoleArea
    let tabs: [TabLink]
    let csrf: String
    let note: String?
    let problem: String?
    let lines: [MonitorLine]
    let family: String
    let threshold: String

    /// - Parameters:
    ///   - problem: why a figure is not watched.
    ///   - family: what was typed for one, with its limit.
    package init(
        frame: PageFrame, area: ConsoleArea, note: AlertNote?, problem: String? = nil, lines: [MonitorLine],
        family: String = "", threshold: String = ""
    ) {
        let text = frame.text
        layout = Layout(
            frame, title: text.count(lines.count { !$0.isOff }, one: .monitorsTitleOne, other: .monitorsTitleOther),
            area: area == .company ? .alerts : .staff)
        self.area = area
        tabs = AlertTab.all(current: .monitors, area, text)
        csrf = frame.csrf
        self.note = note.map { text[$0.text] }
        self.problem = problem
        self.lines = lines
        self.family = family
        self.threshold = threshold
    }

    package static let template = "alerts/monitors"

    package static func program(in library: TemplateLibrary) -> Program<MonitorsPage> { library.monitors }

    package static let shape = Shape<MonitorsPage>([
        .part("layout", \.layout),
        .list("tabs", \.tabs),
        .text("csrf", \.csrf),
        .text("note", optional: \.note),
        .text("problem", optional: \.problem),
        .list("lines", \.lines),
        .flag("isPlatforms") { $0.area == .platform },
        .link("action") { AlertRoute.monitors($0.area).link },
        .text("family", \.family),
        .text("threshold", \.threshold),
    ])
}
