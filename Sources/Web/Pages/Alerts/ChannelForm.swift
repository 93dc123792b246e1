import Routes

/// The form of a channel: of a new one, or what replaces the address of one there is.
struct ChannelForm: PageValue {
    let kind: String
    let title: String
    let what: String
    let given: String?
    let isMail: Bool
    let isPagerDuty: Bool
    let asksName: Bool
    let name: String
    let severities: [SeverityChoice]
    let recipients: [RecipientChoice]
    let problem: String?
    let button: String
    let csrf: String
    let action: Link
    let isOpen: Bool

    /// What somebody typed that was refused.
    struct Typed: Sendable {
        let kind: ShownChannelKind
        let name: String
        let least: ShownSeverity
        let problem: String
    }

    init(
        _ kind: ShownChannelKind, action: Link, asksName: Bool, least: ShownSeverity = .warning,
        recipients: [RecipientChoice], typed: Typed?, button: TextKey, frame: PageFrame
    ) {
        let text = frame.text
        let typed = typed.flatMap { $0.kind == kind ? $0 : nil }
        self.kind = kind.rawValue
        title = kind.word(text)
        what = kind.what(text)
        given = kind.given(text)
        isMail = kind == .email
        isPagerDuty = kind == .pagerduty
        self.asksName = asksName
        name = typed?.name ?? ""
        severities = SeverityChoice.all(chosen: typed?.least ?? least, text)
        self.recipients = kind == .email ? recipients : []
        problem = typed?.problem
        self.button = text[button]
        csrf = frame.csrf
        self.action = action
        isOpen = typed != nil
    }

    static let shape = Shape<ChannelForm>([
        .text("kind", \.kind),
        .text("title", \.title),
        .text("what", \.what),
        .text("given", optional: \.given),
        .flag("isMail", \.isMail),
        .flag("isPagerDuty", \.isPagerDuty),
        .flag("asksName", \.asksName),
        .text("name", \.name),
        .list("severities", \.severities),
        .list("recipients", \.recipients),
        .flag("hasRecipients") { !$0.recipients.isEmpty },
        .text("problem", optional: \.problem),
        .text("button", \.button),
        .text("csrf", \.csrf),
        .link("action", \.action),
        .flag("isOpen", \.isOpen),
    ])
}
