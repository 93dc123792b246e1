import Mail
import Outbound
import Routes

/// How mail is sent.
struct MailSettings: Sendable {
    enum Way: Sendable {
        case server(SMTPServer)
        /// Into a folder, in development without a mail server.
        case outbox(OutboxFolder)
        /// Not at all: in production without a mail server.
        case nowhere
    }

    var way: Way
    var from: Mailbox
    /// What links begin with; nil for the address this process serves at, in development.
    var site: SiteAddress?

    /// The folder of mails, where they are written into one.
    var outbox: OutboxFolder? {
        if case .outbox(let folder) = way { folder } else { nil }
    }

    var transport: MailTransport {
        switch way {
        case .server(let server): .server(SMTPSender(server: server))
        case .outbox(let folder): .outbox(folder)
        case .nowhere: .nowhere
        }
    }
}
