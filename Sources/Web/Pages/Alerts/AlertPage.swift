package import Routes

/// One alert: what is wrong, since when, what happened to it, who was told, and what can be done.
package struct AlertPage: Page {
    let layout: Layout
    let area: ConsoleArea
    let id: String
    let csrf: String
    let note: String?
    let detail: String?
    let isFlagged: Bool
    let facts: [Fact]
    let evidence: Link?
    let canAcknowledge: Bool
    let isLiving: Bool
    let isSilenced: Bool
    let events: [AlertEventLine]

    /// Hours somebody may want to hear nothing for.
    package static let silences = [1, 8, 24, 168]

    package init(
        frame: PageFrame, area: ConsoleArea, note: AlertNote?, facts: AlertFacts, events: [AlertEventLine]
    ) {
        let text = frame.text
        layout = Layout(frame, title: facts.sentence, area: area == .company ? .alerts : .staff)
        self.area = area
        id = facts.id
        csrf = frame.csrf
        self.note = note.map { text[$0.text] }
        detail = facts.detail
        isFlagged = facts.state == .open
        self.facts = Self.facts(facts, frame)
        evidence = facts.subject.map { Self.link($0, area) }
        canAcknowledge = facts.state == .open || facts.state == .silenced && facts.acknowledgedBy == nil
        isLiving = facts.state != .resolved
        isSilenced = facts.state == .silenced
        self.events = events
    }

    private static func facts(_ facts: AlertFacts, _ frame: PageFrame) -> [Fact] {
        let text = frame.text
        var all = [
            Fact(label: text[.alertState], value: facts.state.word(text)),
            Fact(label: text[.alertSeverity], value: facts.severity.word(text)),
            Fact(label: text[.alertFigure], value: facts.figure),
            Fact(label: text[.alertLimit], value: facts.limit),
            Fact(label: text[.alertLatest], value: facts.latest),
            Fact(label: text[.alertWorst], value: facts.worst),
            Fact(label: text[.alertOpened], value: text.moment(facts.openedAt, in: frame.zone)),
        ]
        if let until = facts.silencedUntil, facts.state == .silenced {
            all.append(Fact(label: text[.alertSilent], value: text.moment(until, in: frame.zone)))
        }
        if let person = facts.acknowledgedBy { all.append(Fact(label: text[.alertOwner], value: person)) }
        if let moment = facts.resolvedAt, let resolution = facts.resolution {
            all.append(
                Fact(
                    label: text[.alertEnded], value: "\(text.moment(moment, in: frame.zone)), \(resolution.word(text))"
                ))
        }
        if facts.returns > 0 {
            all.append(Fact(label: text[.alertReturns], value: NumberText.whole(facts.returns)))
        }
        return all
    }

    private static func link(_ subject: AlertSubjectLink, _ area: ConsoleArea) -> Link {
        switch subject {
        case .connection(let id): SourceRoute.connection(area, id).link
        case .cycles: SourceRoute.cycles(area).link
        case .deadJobs:
            JobRoute.index(area, JobsQuery(status: .dead)).link
        case .jobs: JobRoute.index(area, JobsQuery()).link
        case .product(let id): TrendRoute.decisions(id).link
        case .channel(let id): AlertRoute.channel(area, id).link
        }
    }

    package static let template = "alerts/alert"

    package static func program(in library: TemplateLibrary) -> Program<AlertPage> { library.alert }

    package static let shape = Shape<AlertPage>([
        .part("layout", \.layout),
        .link("back") { AlertRoute.index($0.area, AlertsQuery()).link },
        .link("action") { AlertRoute.act($0.area, $0.id).link },
        .text("csrf", \.csrf),
        .text("note", optional: \.note),
        .text("detail", optional: \.detail),
        .flag("isFlagged", \.isFlagged),
        .list("facts", \.facts),
        .link("evidence", optional: \.evidence),
        .flag("canAcknowledge", \.canAcknowledge),
        .flag("isLiving", \.isLiving),
        .flag("isSilenced", \.isSilenced),
        .list("events", \.events),
    ])
}

extension AlertNote {
    var text: TextKey {
        switch self {
        case .acknowledged: .alertDidAcknowledge
        case .silenced: .alertDidSilence
        case .unsilenced: .alertDidUnsilence
        case .closed: .alertDidClose
        case .already: .alertDidNothing
        case .changed: .monitorDidChange
        case .watched: .monitorDidWatch
        case .told: .channelDidAdd
        case .replaced: .channelDidReplace
        case .removed: .channelDidRemove
        case .testing: .channelDidTest
        }
    }
}
