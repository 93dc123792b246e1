package import Routes

/// Where alerts are told, and the forms for telling them somewhere else.
package struct ChannelsPage: Page {
    let layout: Layout
    let area: ConsoleArea
    let tabs: [TabLink]
    let note: String?
    let signingKey: String?
    let lines: [ChannelLine]
    let forms: [ChannelForm]

    /// What was typed for a channel that was not made.
    package struct Refused: Sendable {
        package let kind: ShownChannelKind
        package let name: String
        package let least: ShownSeverity
        package let problem: String

        package init(kind: ShownChannelKind, name: String, least: ShownSeverity, problem: String) {
            self.kind = kind
            self.name = name
            self.least = least
            self.problem = problem
        }
    }

    /// - Parameters:
    ///   - signingKey: of a webhook that was made just now: shown this once.
    ///   - recipients: members who may be mailed.
    package init(
        frame: PageFrame, area: ConsoleArea, note: AlertNote?, signingKey: String? = nil, lines: [ChannelLine],
        recipients: [RecipientChoice], refused: Refused? = nil
    ) {
        let text = frame.text
        layout = Layout(
            frame,
            title: lines.isEmpty
                ? text[.channelsTitleNone]
                : text.count(lines.count, one: .channelsTitleOne, other: .channelsTitleOther),
            area: area == .company ? .alerts : .staff)
        self.area = area
        tabs = AlertTab.all(current: .channels, area, text)
        self.note = note.map { text[$0.text] }
        self.signingKey = signingKey
        self.lines = lines
        let typed = refused.map {
            ChannelForm.Typed(kind: $0.kind, name: $0.name, least: $0.least, problem: $0.problem)
        }
        forms = ShownChannelKind.allCases.map { kind in
            ChannelForm(
                kind, action: AlertRoute.channels(area).link, asksName: true, recipients: recipients, typed: typed,
                button: .channelAdd, frame: frame)
        }
    }

    package static let template = "alerts/channels"

    package static func program(in library: TemplateLibrary) -> Program<ChannelsPage> { library.channels }

    package static let shape = Shape<ChannelsPage>([
        .part("layout", \.layout),
        .list("tabs", \.tabs),
        .text("note", optional: \.note),
        .text("signingKey", optional: \.signingKey),
        .list("lines", \.lines),
        .flag("hasLines") { !$0.lines.isEmpty },
        .list("forms", \.forms),
    ])
}
