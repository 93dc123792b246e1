import Routes

/// One mail of the outbox, as text.
package struct OutboxMailPage: Page {
    let layout: Layout
    let recipient: String
    let written: String
    let body: String

    package init(frame: PageFrame, subject: String, recipient: String, written: MomentStamp, body: String) {
        layout = Layout(frame, title: subject.isEmpty ? frame.text[.outboxNoSubject] : subject, area: .staff)
        self.recipient = recipient
        self.written = frame.text.moment(written, in: frame.zone)
        self.body = body
    }

    package static let template = "outbox/show"

    package static func program(in library: TemplateLibrary) -> Program<OutboxMailPage> { library.outboxMail }

    package static let shape = Shape<OutboxMailPage>([
        .part("layout", \.layout),
        .link("outbox") { _ in OutboxRoute.index.link },
        .text("recipient", \.recipient),
        .text("written", \.written),
        .text("body", \.body),
    ])
}
