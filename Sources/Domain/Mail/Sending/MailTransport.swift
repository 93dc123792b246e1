package import Outbound

/// Where mails go.
package enum MailTransport: Sendable {
    case server(SMTPSender)
    /// A folder, for development.
    case outbox(OutboxFolder)
    /// Nowhere: nothing is configured.
    case nowhere
}
