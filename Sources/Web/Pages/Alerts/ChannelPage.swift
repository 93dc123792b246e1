package import Routes

/// A channel: what was told there, a test, another address, and its end.
package struct ChannelPage: Page {
    let layout: Layout
    let area: ConsoleArea
    let tabs: [TabLink]
    let id: String
    let csrf: String
    let note: String?
    let problem: String?
    let signingKey: String?
    let facts: [Fact]
    let forms: [ChannelForm]
    let lines: [DeliveryLine]

    /// - Parameters:
    ///   - problem: why another address was not taken.
    ///   - signingKey: of a webhook that got another address just now: shown this once.
    ///   - lines: the newest messages.
    package init(
        frame: PageFrame, area: ConsoleArea, note: AlertNote?, problem: String? = nil, signingKey: String? = nil,
        facts: ChannelLine.Facts, recipients: [RecipientChoice], lines: [DeliveryLine]
    ) {
        let text = frame.text
        layout = Layout(
            frame,
            title: text.fill(
                facts.brokenWhy == nil ? .channelTitle : .channelTitleBroken,
                ["name": facts.name, "kind": facts.kind.word(text)]), area: area == .company ? .alerts : .staff)
        self.area = area
        tabs = AlertTab.all(current: .channels, area, text)
        id = facts.id
        csrf = frame.csrf
        self.note = note.map { text[$0.text] }
        self.problem = problem ?? facts.brokenWhy.map { text.fill(.channelBrokenWhy, ["reason": $0]) }
        self.signingKey = signingKey
        self.facts = [
            Fact(label: text[.channelTo], value: facts.to(text)),
            Fact(label: text[.channelLeast], value: facts.least.word(text)),
            Fact(
                label: text[.channelLast],
                value: facts.toldAt.map { text.moment($0, in: frame.zone) } ?? text[.channelNeverTold]),
        ]
        forms = [
            ChannelForm(
                facts.kind, action: AlertRoute.actOnChannel(area, facts.id).link, asksName: false, least: facts.least,
                recipients: recipients, typed: nil, button: .channelReplace, frame: frame)
        ]
        self.lines = lines
    }

    package static let template = "alerts/channel"

    package static func program(in library: TemplateLibrary) -> Program<ChannelPage> { library.channel }

    package static let shape = Shape<ChannelPage>([
        .part("layout", \.layout),
        .list("tabs", \.tabs),
        .link("action") { AlertRoute.actOnChannel($0.area, $0.id).link },
        .text("csrf", \.csrf),
        .text("note", optional: \.note),
        .text("problem", optional: \.problem),
        .text("signingKey", optional: \.signingKey),
        .list("facts", \.facts),
        .list("forms", \.forms),
        .list("lines", \.lines),
        .flag("hasLines") { !$0.lines.isEmpty },
    ])
}
