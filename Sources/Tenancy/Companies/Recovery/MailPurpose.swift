/// Why somebody has mail sent to an address; each is counted apart.
package enum MailPurpose: String, Sendable, CaseIterable {
    case passwordReset = "reset"
    case invitation
    case signUp = "sign-up"
    case emailChange = "email-change"
}
