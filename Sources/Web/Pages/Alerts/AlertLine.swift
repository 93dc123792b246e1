package import Routes

/// An alert in a list.
package struct AlertLine: PageValue {
    let sentence: String
    let detail: String?
    let severity: String
    let isFlagged: Bool
    let isSilenced: Bool
    let state: String
    let opened: String
    let link: Link

    package init(_ facts: AlertFacts, area: ConsoleArea, frame: PageFrame) {
        let text = frame.text
        sentence = facts.sentence
        detail = facts.detail
        severity = facts.severity.word(text)
        isFlagged = facts.severity.isFlagged && facts.state == .open
        isSilenced = facts.state == .silenced
        state =
            switch (facts.state, facts.silencedUntil, facts.resolvedAt, facts.resolution) {
            case (.silenced, let until?, _, _):
                text.fill(.alertSilencedUntil, ["moment": text.moment(until, in: frame.zone)])
            case (.resolved, _, let moment?, let resolution?):
                "\(resolution.word(text)), \(text.age(of: moment, at: frame.now))"
            default: facts.state.word(text)
            }
        opened = text.age(of: facts.openedAt, at: frame.now)
        link = AlertRoute.alert(area, facts.id).link
    }

    package static let shape = Shape<AlertLine>([
        .text("sentence", \.sentence),
        .text("detail", optional: \.detail),
        .text("severity", \.severity),
        .flag("isFlagged", \.isFlagged),
        .text("state", \.state),
        .text("opened", \.opened),
        .link("link", \.link),
    ])
}
