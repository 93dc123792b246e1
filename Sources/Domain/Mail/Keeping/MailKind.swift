/// What a mail is for. Twin of the check on `mails.kind` (parity test).
package enum MailKind: String, Sendable, Hashable, CaseIterable {
    /// A link to set a new password with.
    case passwordReset = "password_reset"
    /// A link to join a company.
    case invitation
    /// A link to confirm an address with, for a company of one's own; or, where somebody has the address, that they have it.
    case signUp = "sign_up"
    /// A link to confirm a change of address with, to the old one and to the new one.
    case emailChange = "email_change"
    /// Word of alerts, to whoever looks after a company.
    case alert

    /// How long after it was wanted it is still of use to anybody.
    package var isUsefulFor: Duration {
        switch self {
        case .passwordReset: .seconds(2 * 3_600)
        case .invitation: .seconds(3 * 86_400)
        case .signUp, .emailChange: .seconds(12 * 3_600)
        case .alert: .seconds(86_400)
        }
    }
}
