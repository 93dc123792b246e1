import Routes

/// A mail of the outbox in the list.
package struct OutboxLine: PageValue {
    let subject: String
    let recipient: String
    let written: String
    let link: Link

    package init(id: String, subject: String, recipient: String, written: MomentStamp, frame: PageFrame) {
        self.subject = subject
        self.recipient = recipient
        self.written = frame.text.moment(written, in: frame.zone)
        link = OutboxRoute.mail(id).link
    }

    package static let shape = Shape<OutboxLine>([
        .text("subject", \.subject),
        .text("recipient", \.recipient),
        .text("written", \.written),
        .link("link", \.link),
    ])
}
