package import Companies

/// Writes mails when they are sent. Tokens in them are made here, anew for every attempt, so that neither a job nor a table
/// ever holds one.
package protocol MailComposer: Sendable {
    /// What a mail says now.
    /// - Parameter company: whose mail it is; the house's for what concerns a person and no company.
    /// - Returns: nil when there is nothing to say to anybody (any more).
    func draft(of mail: QueuedMail, for company: CompanyID) async throws -> MailDraft?
}
