import Companies
package import Foundation
package import Jobs
import Logging
import Outbound

/// How mails are sent by jobs.
package struct MailDelivery: Sendable {
    private let transport: MailTransport
    private let from: Mailbox
    private let composer: any MailComposer
    private let now: @Sendable () -> Date
    private let random: @Sendable () -> Double

    /// - Parameters:
    ///   - from: who all mail is from.
    ///   - random: numbers in 0...1 for the waits between attempts.
    package init(
        transport: MailTransport, from: Mailbox, composer: any MailComposer,
        now: @escaping @Sendable () -> Date = { Date() },
        random: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
    ) {
        self.transport = transport
        self.from = from
        self.composer = composer
        self.now = now
        self.random = random
    }

    /// Teaches a process to send mail.
    package func register(in registry: inout JobRegistry) {
        registry.register(SendMail.self) { arguments, context in
            try await send(MailID(rawValue: arguments.mail), context)
        }
    }

    /// One attempt. A mail a server has taken is never sent again, whatever becomes of the job; only when this process dies
    /// between the server's word and ours is it, under the same Message-ID.
    private func send(_ id: MailID, _ context: JobContext) async throws {
        let found = try await context.database.transaction(in: context.company) { try await $0.beginAttempt(of: id) }
        guard let mail = found else { return }
        guard Duration.seconds(mail.age) < mail.kind.isUsefulFor else {
            try await giveUp("it is too late for it to be of use", mail, context)
        }
        guard let recipient = MailAddress(mail.recipient) else {
            try await giveUp(MailProblem.noAddress.description, mail, context)
        }
        if case .nowhere = transport {
            try await giveUp("no mail server is configured (TIDEMARK_SMTP_URL)", mail, context)
        }
        guard let draft = try await composer.draft(of: mail, for: context.company) else {
            return try await context.complete { try await $0.forget(id) }
        }
        do {
            let message = MailMessage(
                id: id, from: from, to: recipient, subject: draft.subject, text: draft.text, date: now())
            try await hand(over: try message.bytes(), id, to: recipient)
        } catch let problem as MailProblem {
            try await giveUp(problem.description, mail, context)
        } catch let failure as SMTPFailure where failure.isFinal {
            try await giveUp(failure.description, mail, context)
        } catch let failure as SMTPFailure {
            try await comeAgain(failure, mail, context)
        }
        try await context.complete { try await $0.noteSent(id) }
        context.logger.info("mail sent", metadata: ["mail": "\(id)", "what": "\(mail.kind.rawValue)"])
    }

    private func hand(over message: [UInt8], _ id: MailID, to recipient: MailAddress) async throws {
        switch transport {
        case .server(let sender): try await sender.send(message, from: from.address, to: recipient)
        case .outbox(let folder): try folder.write(message, id: id)
        case .nowhere: break
        }
    }

    private func comeAgain(_ failure: SMTPFailure, _ mail: QueuedMail, _ context: JobContext) async throws -> Never {
        let isLast = context.job.attempt >= SendMail.settings.mostAttempts
        try await note(failure.description, mail, context, isFinal: isLast)
        let wait = MailRetry.wait(after: failure.kind, attempt: context.job.attempt, fraction: random())
        throw JobControl.retry(after: wait, reason: failure.description)
    }

    private func giveUp(_ reason: String, _ mail: QueuedMail, _ context: JobContext) async throws -> Never {
        try await note(reason, mail, context, isFinal: true)
        throw JobControl.giveUp(reason: reason)
    }

    private func note(_ problem: String, _ mail: QueuedMail, _ context: JobContext, isFinal: Bool) async throws {
        try await context.database.transaction(in: context.company) {
            try await $0.noteProblem(problem, of: mail.id, isFinal: isFinal)
        }
    }
}
