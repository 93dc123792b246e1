package import Routes

/// A figure and its limit in a list.
package struct MonitorLine: PageValue {
    let title: String
    let limit: String
    let patience: String?
    let severity: String
    let state: String
    let isOff: Bool
    let open: String
    let link: Link

    /// - Parameters:
    ///   - silencedUntil: nil unless nobody is told now.
    ///   - open: how many of its alerts are not over.
    package init(
        id: String, title: String, limit: String, patienceMinutes: Int, severity: ShownSeverity, isOn: Bool,
        silencedUntil: MomentStamp?, open: Int, area: ConsoleArea, frame: PageFrame
    ) {
        let text = frame.text
        self.title = title
        self.limit = limit
        patience =
            patienceMinutes > 0
            ? text.fill(.monitorFor, ["minutes": NumberText.whole(patienceMinutes)]) : nil
        self.severity = severity.word(text)
        isOff = !isOn
        state =
            !isOn
            ? text[.monitorOff]
            : silencedUntil.map { text.fill(.alertSilencedUntil, ["moment": text.moment($0, in: frame.zone)]) }
                ?? text[.monitorOn]
        self.open = NumberText.whole(open)
        link = AlertRoute.monitor(area, id).link
    }

    package static let shape = Shape<MonitorLine>([
        .text("title", \.title),
        .text("limit", \.limit),
        .text("patience", optional: \.patience),
        .text("severity", \.severity),
        .text("state", \.state),
        .text("open", \.open),
        .link("link", \.link),
    ])
}
