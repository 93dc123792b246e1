/// What a mail says.
package struct MailDraft: Sendable {
    package let subject: String
    /// With LF line ends.
    package let text: String

    package init(subject: String, text: String) {
        self.subject = subject
        self.text = text
    }
}
