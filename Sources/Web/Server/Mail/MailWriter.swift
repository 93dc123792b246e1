import Alerts
package import Companies
package import Mail
package import Pages
package import Routes
import Vault

/// Writes the product's mails: makes the token, and the letter around it.
package struct MailWriter: MailComposer {
    private let database: CompanyDatabase
    private let site: SiteAddress
    private let text: InterfaceText

    /// - Parameter site: what links begin with.
    package init(database: CompanyDatabase, site: SiteAddress, text: InterfaceText = .english) {
        self.database = database
        self.site = site
        self.text = text
    }

    package func draft(of mail: QueuedMail, for company: CompanyID) async throws -> MailDraft? {
        let letter =
            switch mail.kind {
            case .passwordReset: try await passwordReset(mail)
            case .invitation: try await invitation(mail, company)
            case .signUp: try await signUp(mail)
            case .emailChange: try await emailChange(mail)
            case .alert: try await alert(mail, company)
            }
        return letter.map { MailDraft(subject: $0.subject, text: $0.text) }
    }

    private func alert(_ mail: QueuedMail, _ company: CompanyID) async throws -> MailLetter? {
        guard let subject = mail.subject else { return nil }
        let site = site
        let found = try await database.transaction(in: company) { transaction in
            try await AlertMessageQueries.load(DeliveryID(rawValue: subject), in: transaction) { alert in
                site.absolute(AlertRoute.page(of: alert?.description, isPlatforms: company == .house).link)
            }
        }
        guard let message = found else { return nil }
        let (written, more) = message.written
        return .alert(
            message.occasion.letter, company: message.company.name, title: message.title,
            items: written.map {
                MailLetter.AlertItem(sentence: $0.sentence, detail: $0.detail, link: message.link($0.id))
            },
            more: more, link: message.link(nil), site: site, text: text)
    }

    private func passwordReset(_ mail: QueuedMail) async throws -> MailLetter? {
        guard let (name, token) = try await PasswordRecovery.mint(for: mail.recipient, in: database) else { return nil }
        return .passwordReset(name: name, token: token.text, site: site, text: text)
    }

    private func signUp(_ mail: QueuedMail) async throws -> MailLetter? {
        guard let subject = mail.subject, let (isKnown, token) = try await SignUpDesk.mint(subject, in: database) else {
            return nil
        }
        return isKnown
            ? .signUpKnown(site: site, text: text) : .signUp(token: token.text, site: site, text: text)
    }

    private func emailChange(_ mail: QueuedMail) async throws -> MailLetter? {
        guard let subject = mail.subject,
            let (change, token) = try await EmailChange.mint(subject, for: mail.recipient, in: database)
        else { return nil }
        if change.isTaken { return .emailTaken(present: change.present, site: site, text: text) }
        return .emailChange(
            name: change.displayName, present: change.present, wanted: change.wanted,
            isForWanted: mail.recipient == change.wanted, token: token.text, site: site, text: text)
    }

    private func invitation(_ mail: QueuedMail, _ company: CompanyID) async throws -> MailLetter? {
        guard let subject = mail.subject else { return nil }
        let id = InvitationID(rawValue: subject)
        let minted = try await database.transaction(in: company) {
            transaction -> (String, IdentityID, SecretToken, Role)? in
            guard let invitation = try await transaction.openInvitation(id),
                let (name, inviter, token) = try await transaction.mintInvitation(id)
            else { return nil }
            return (name, inviter, token, invitation.role)
        }
        guard let (name, inviter, token, role) = minted else { return nil }
        // An inviter who is no member any more: the invitation is of no use.
        guard let person = try await StaffRegister(database: database).names([inviter], in: company)[inviter] else {
            return nil
        }
        return .invitation(
            company: name, inviter: person, role: self.text.name(of: role), token: token.text, site: site, text: text)
    }
}

extension AlertOccasion {
    fileprivate var letter: MailLetter.AlertOccasion {
        switch self {
        case .opened: .opened
        case .reminder: .reminder
        case .acknowledged: .acknowledged
        case .recovered: .recovered
        case .test: .test
        }
    }
}
