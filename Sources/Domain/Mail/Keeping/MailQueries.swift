package import Companies
package import Foundation
import Jobs
package import Outbound
import Postgres

extension CompanyTransaction {
    /// Has a mail sent once this transaction has committed.
    /// - Parameter subject: the id of what it is about. What it says is written when it is sent.
    @discardableResult
    package func post(
        _ kind: MailKind, to recipient: MailAddress, about subject: UUID? = nil, id: MailID = MailID()
    ) async throws -> MailID {
        try await execute(
            """
            INSERT INTO mails (company_id, mail_id, kind, recipient, subject_id)
            VALUES (\(company), \(id.rawValue), \(kind.rawValue), \(recipient.text.lowercased()), \(subject))
            """)
        try await enqueue(SendMail(mail: id.rawValue))
        return id
    }

    /// Counts an attempt.
    /// - Returns: the mail; nil when there is none (any more) that has not been sent.
    func beginAttempt(of mail: MailID) async throws -> QueuedMail? {
        try await fetch(
            Query<QueuedMail>(
                """
                UPDATE mails SET attempts = attempts + 1, state = 'queued'
                WHERE mail_id = \(mail.rawValue) AND state <> 'sent'
                RETURNING mail_id, kind, recipient, subject_id,
                    extract(epoch FROM clock_timestamp() - queued_at)::double precision
                """)
        ).first
    }

    /// A server has taken it. Clears away what is long over.
    func noteSent(_ mail: MailID) async throws {
        try await execute(
            """
            UPDATE mails SET state = 'sent', sent_at = clock_timestamp(), last_problem = NULL
            WHERE mail_id = \(mail.rawValue)
            """)
        try await execute(
            """
            DELETE FROM mails m USING (
                SELECT company_id, mail_id FROM mails WHERE queued_at < now() - interval '90 days' AND state <> 'queued'
                ORDER BY queued_at LIMIT 100) AS old
            WHERE m.company_id = old.company_id AND m.mail_id = old.mail_id
            """)
    }

    /// An attempt went wrong.
    /// - Parameter isFinal: whether nobody tries again.
    func noteProblem(_ problem: String, of mail: MailID, isFinal: Bool) async throws {
        try await execute(
            """
            UPDATE mails SET state = CASE WHEN \(isFinal) THEN 'failed' ELSE state END, last_problem = left(\(problem), 400)
            WHERE mail_id = \(mail.rawValue) AND state <> 'sent'
            """)
    }

    /// There is nothing to say to anybody: nothing of it is kept.
    func forget(_ mail: MailID) async throws {
        try await execute("DELETE FROM mails WHERE mail_id = \(mail.rawValue) AND state <> 'sent'")
    }
}
