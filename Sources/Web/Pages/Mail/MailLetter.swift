package import Routes

/// What a mail says, in the words of the catalogue.
package struct MailLetter: Sendable {
    package let subject: String
    /// Paragraphs with an empty line between.
    package let text: String

    /// A link for a new password.
    package static func passwordReset(
        name: String, token: String, site: SiteAddress, text: InterfaceText = .english
    ) -> MailLetter {
        MailLetter(
            subject: text[.mailResetSubject],
            paragraphs: [
                text.fill(.mailGreeting, ["name": line(name)]), text[.mailResetWhy],
                site.absolute(RecoveryRoute.link(token: token).link), text[.mailResetHow], text[.mailResetNotYou],
            ], site: site, text)
    }

    /// An invitation to a company.
    /// - Parameter role: in the language of the mail.
    package static func invitation(
        company: String, inviter: String, role: String, token: String, site: SiteAddress,
        text: InterfaceText = .english
    ) -> MailLetter {
        MailLetter(
            subject: text.fill(.mailInvitationSubject, ["company": line(company)]),
            paragraphs: [
                text.fill(
                    .mailInvitationWhy, ["inviter": line(inviter), "company": line(company), "role": line(role)]),
                site.absolute(InvitationRoute.link(token: token).link), text[.mailInvitationHow],
                text[.mailInvitationNotYou],
            ], site: site, text)
    }

    /// A link to confirm an address with. Says nothing of what was typed: whoever typed it need not be who reads it.
    package static func signUp(token: String, site: SiteAddress, text: InterfaceText = .english) -> MailLetter {
        MailLetter(
            subject: text[.mailSignUpSubject],
            paragraphs: [
                text[.mailSignUpWhy], site.absolute(SignUpRoute.link(token: token).link), text[.mailSignUpHow],
                text[.mailSignUpNotYou],
            ], site: site, text)
    }

    /// That somebody who has an account wanted one.
    package static func signUpKnown(site: SiteAddress, text: InterfaceText = .english) -> MailLetter {
        MailLetter(
            subject: text[.mailKnownSubject],
            paragraphs: [
                text[.mailKnownWhy], site.absolute(SessionRoute.signIn().link), text[.mailKnownHow],
                site.absolute(RecoveryRoute.forgot.link), text[.mailSignUpNotYou],
            ], site: site, text)
    }

    /// A link to confirm a change of address with.
    /// - Parameter isForWanted: whether it goes to the new address.
    package static func emailChange(
        name: String, present: String, wanted: String, isForWanted: Bool, token: String, site: SiteAddress,
        text: InterfaceText = .english
    ) -> MailLetter {
        let addresses: KeyValuePairs = ["present": line(present), "wanted": line(wanted)]
        return MailLetter(
            subject: text[isForWanted ? .mailEmailNewSubject : .mailEmailOldSubject],
            paragraphs: (isForWanted ? [] : [text.fill(.mailGreeting, ["name": line(name)])]) + [
                text.fill(isForWanted ? .mailEmailNewWhy : .mailEmailOldWhy, addresses),
                site.absolute(EmailChangeRoute.link(token: token).link), text[.mailEmailHow],
                text[isForWanted ? .mailEmailNewNotYou : .mailEmailOldNotYou],
            ], site: site, text)
    }

    /// That somebody wanted to use an address that has an account.
    package static func emailTaken(present: String, site: SiteAddress, text: InterfaceText = .english) -> MailLetter {
        MailLetter(
            subject: text[.mailTakenSubject],
            paragraphs: [text.fill(.mailTakenWhy, ["present": line(present)]), text[.mailTakenNotYou]], site: site, text
        )
    }

    /// Why somebody is mailed of alerts.
    package enum AlertOccasion: Sendable, CaseIterable { case opened, reminder, acknowledged, recovered, test }

    /// An alert in a letter.
    package struct AlertItem: Sendable {
        let sentence: String
        let detail: String?
        let link: String

        package init(sentence: String, detail: String?, link: String) {
            self.sentence = sentence
            self.detail = detail
            self.link = link
        }
    }

    /// Word of alerts.
    /// - Parameters:
    ///   - title: what it is about, in one line.
    ///   - more: alerts that are not written out.
    ///   - link: the page of all alerts.
    package static func alert(
        _ occasion: AlertOccasion, company: String, title: String, items: [AlertItem], more: Int, link: String,
        site: SiteAddress, text: InterfaceText = .english
    ) -> MailLetter {
        let why: TextKey =
            switch occasion {
            case .opened: .mailAlertOpened
            case .reminder: .mailAlertReminder
            case .acknowledged: .mailAlertAcknowledged
            case .recovered: .mailAlertRecovered
            case .test: .mailAlertTest
            }
        var paragraphs = [text.fill(why, ["company": line(company)])]
        paragraphs += items.map { item in
            ([line(item.sentence, most: 300)] + [item.detail.map { line($0, most: 600) }].compactMap(\.self) + [
                item.link
            ])
            .joined(separator: "\n")
        }
        if more > 0 { paragraphs.append(text.fill(.mailAlertMore, ["count": NumberText.whole(more)])) }
        paragraphs.append(text.fill(.mailAlertAll, ["link": link]))
        return MailLetter(subject: line(title, most: 150), paragraphs: paragraphs, site: site, text)
    }

    private init(subject: String, paragraphs: [String], site: SiteAddress, _ text: InterfaceText) {
        self.subject = subject
        self.text = (paragraphs + [text.fill(.mailFoot, ["site": site.host])]).joined(separator: "\n\n") + "\n"
    }

    /// A name as one line without control characters: names come from people, and headers are made of lines.
    private static func line(_ name: String, most: Int = 100) -> String {
        let words = name.unicodeScalars.split { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate: true
            default: false
            }
        }
        return String(words.map { String($0) }.joined(separator: " ").prefix(most))
    }
}
