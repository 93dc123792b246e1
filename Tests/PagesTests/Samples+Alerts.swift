import Pages
import Routes

/// The pages of alerts, figures and channels.
extension Samples {
    private static func facts(
        _ word: String, _ state: ShownAlertState, subject: AlertSubjectLink?, isBare: Bool = false
    ) -> AlertFacts {
        AlertFacts(
            id: word, sentence: word, figure: word, limit: word, latest: word, worst: word,
            detail: isBare ? nil : word, severity: isBare ? .notice : .critical, state: state, openedAt: now,
            silencedUntil: state == .silenced ? now : nil, acknowledgedBy: isBare ? nil : word,
            resolvedAt: state == .resolved ? now : nil, resolution: state == .resolved ? .recovered : nil,
            returns: isBare ? 0 : 2, subject: subject)
    }

    static func alertPages(_ word: String) -> [any Page] {
        let frame = frame(word)
        let subjects: [AlertSubjectLink?] = [
            .connection(word), .cycles, .deadJobs, .jobs, .product(word), .channel(word), nil,
        ]
        return ConsoleArea.allCases.flatMap { area -> [any Page] in
            let lines = ShownAlertState.allCases.flatMap { state in
                [true, false].map {
                    AlertLine(facts(word, state, subject: nil, isBare: $0), area: area, frame: frame)
                }
            }
            let told = DeliveryLine.Occasion.allCases.flatMap { occasion in
                DeliveryLine.State.allCases.map { state in
                    DeliveryLine(
                        at: now, channel: word, occasion: occasion, state: state,
                        problem: state == .failed ? word : nil, alerts: 3, attempts: 2, frame: frame)
                }
            }
            let events =
                AlertEventLine.Kind.allCases.map {
                    AlertEventLine($0, at: now, value: word, who: word, frame: frame)
                } + [AlertEventLine(.opened, at: now, value: nil, who: nil, frame: frame)]
                + told.prefix(2).map(AlertEventLine.init(told:))
            let shown = zip(subjects, ShownAlertState.allCases + ShownAlertState.allCases).map { subject, state in
                AlertPage(
                    frame: frame, area: area, note: .acknowledged,
                    facts: facts(word, state, subject: subject, isBare: subject == nil), events: events)
            }
            return [
                AlertsPage(
                    frame: frame, area: area, query: AlertsQuery(), waiting: 2, lines: lines, isCut: true,
                    next: nil),
                AlertsPage(
                    frame: frame, area: area, query: AlertsQuery(), waiting: 0, lines: [], isCut: false, next: nil),
                AlertsPage(
                    frame: frame, area: area, query: AlertsQuery(show: .resolved), waiting: 0, lines: lines,
                    isCut: true,
                    next: "817000000000000~00000000-0000-4000-8000-000000000001"),
            ] + shown + monitors(word, area, frame) + channels(word, area, frame, told)
        }
    }

    private static func monitors(_ word: String, _ area: ConsoleArea, _ frame: PageFrame) -> [any Page] {
        let lines = [true, false].map { isOn in
            MonitorLine(
                id: word, title: word, limit: word, patienceMinutes: isOn ? 5 : 0, severity: .warning, isOn: isOn,
                silencedUntil: nil, open: 3, area: area, frame: frame)
        }
        func facts(_ side: MonitorPage.Facts.Side, silent: MomentStamp?) -> MonitorPage.Facts {
            MonitorPage.Facts(
                id: word, title: word, side: side, usual: word, unit: silent == nil ? nil : word,
                typed: MonitorPage.Typed(threshold: word, patience: word), severity: .warning, isOn: silent == nil,
                silencedUntil: silent)
        }
        return [
            MonitorsPage(
                frame: frame, area: area, note: .changed, problem: word, lines: lines, family: word, threshold: word),
            MonitorsPage(frame: frame, area: area, note: nil, lines: lines),
            MonitorPage(frame: frame, area: area, problem: word, facts: facts(.above, silent: now)),
            MonitorPage(frame: frame, area: area, problem: nil, facts: facts(.below, silent: nil)),
            MonitorPage(frame: frame, area: area, problem: nil, facts: facts(.atLeast, silent: nil)),
        ]
    }

    private static func channels(
        _ word: String, _ area: ConsoleArea, _ frame: PageFrame, _ told: [DeliveryLine]
    ) -> [any Page] {
        func facts(_ kind: ShownChannelKind, isBroken: Bool) -> ChannelLine.Facts {
            ChannelLine.Facts(
                id: word, kind: kind, name: word, least: .warning, host: kind == .webhook ? word : nil,
                recipients: isBroken ? 2 : 0, toldAt: isBroken ? nil : now, brokenWhy: isBroken ? word : nil)
        }
        let recipients = [
            RecipientChoice(id: word, name: word, isChosen: true),
            RecipientChoice(id: word + "2", name: word, isChosen: false),
        ]
        let lines = ShownChannelKind.allCases.map {
            ChannelLine(facts($0, isBroken: $0 == .slack), area: area, frame: frame)
        }
        return [
            ChannelsPage(
                frame: frame, area: area, note: .told, signingKey: word, lines: lines, recipients: recipients,
                refused: ChannelsPage.Refused(kind: .pagerduty, name: word, least: .critical, problem: word)),
            ChannelsPage(frame: frame, area: area, note: nil, lines: [], recipients: []),
        ]
            + ShownChannelKind.allCases.map { kind in
                ChannelPage(
                    frame: frame, area: area, note: .testing, problem: kind == .email ? word : nil,
                    signingKey: kind == .webhook ? word : nil, facts: facts(kind, isBroken: kind == .slack),
                    recipients: recipients, lines: kind == .email ? [] : told)
            }
    }
}
