package import Routes

/// The form of a figure's limit.
package struct MonitorPage: Page {
    let layout: Layout
    let area: ConsoleArea
    let tabs: [TabLink]
    let csrf: String
    let id: String
    let problem: String?
    let side: String
    let usual: String
    let unit: String?
    let threshold: String
    let patience: String
    let severities: [SeverityChoice]
    let isOn: Bool
    let isSilenced: String?

    /// As it stands in the form.
    package struct Typed: Sendable {
        package let threshold: String
        /// Minutes.
        package let patience: String

        package init(threshold: String, patience: String) {
            self.threshold = threshold
            self.patience = patience
        }
    }

    /// What a page is given of a monitor.
    package struct Facts: Sendable {
        package let id: String
        package let title: String
        /// "more than", "less than", "or more": on which side the figure is bad.
        package let side: Side
        /// The limit everybody begins with, with its unit.
        package let usual: String
        package let unit: String?
        package let typed: Typed
        package let severity: ShownSeverity
        package let isOn: Bool
        package let silencedUntil: MomentStamp?

        package enum Side: Sendable { case atLeast, above, below }

        package init(
            id: String, title: String, side: Side, usual: String, unit: String?, typed: Typed,
            severity: ShownSeverity, isOn: Bool, silencedUntil: MomentStamp?
        ) {
            self.id = id
            self.title = title
            self.side = side
            self.usual = usual
            self.unit = unit
            self.typed = typed
            self.severity = severity
            self.isOn = isOn
            self.silencedUntil = silencedUntil
        }
    }

    package init(frame: PageFrame, area: ConsoleArea, problem: String?, facts: Facts) {
        let text = frame.text
        layout = Layout(frame, title: facts.title, area: area == .company ? .alerts : .staff)
        self.area = area
        tabs = AlertTab.all(current: .monitors, area, text)
        csrf = frame.csrf
        id = facts.id
        self.problem = problem
        side =
            switch facts.side {
            case .atLeast: text[.monitorAtLeast]
            case .above: text[.monitorAbove]
            case .below: text[.monitorBelow]
            }
        usual = text.fill(.monitorUsual, ["limit": facts.usual])
        unit = facts.unit
        threshold = facts.typed.threshold
        patience = facts.typed.patience
        severities = SeverityChoice.all(chosen: facts.severity, text)
        isOn = facts.isOn
        isSilenced = facts.silencedUntil.map {
            text.fill(.alertSilencedUntil, ["moment": text.moment($0, in: frame.zone)])
        }
    }

    package static let template = "alerts/monitor"

    package static func program(in library: TemplateLibrary) -> Program<MonitorPage> { library.monitor }

    package static let shape = Shape<MonitorPage>([
        .part("layout", \.layout),
        .list("tabs", \.tabs),
        .text("csrf", \.csrf),
        .link("back") { AlertRoute.monitors($0.area).link },
        .link("action") { AlertRoute.monitor($0.area, $0.id).link },
        .text("problem", optional: \.problem),
        .text("side", \.side),
        .text("usual", \.usual),
        .text("unit", optional: \.unit),
        .text("threshold", \.threshold),
        .text("patience", \.patience),
        .list("severities", \.severities),
        .flag("isOn", \.isOn),
        .text("silenced", optional: \.isSilenced),
    ])
}
