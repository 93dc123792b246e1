/// What a mail is for. Twin of the check on `mails.kind` (parity test).
package enum MailKind: String, Sendable, Hashable, CaseIterable {
    /// A link to set a new password with.
    case passwordReset = "password_reset"
    /// A link to join a company.
    case invitation

    /// How long after it was wanted it is still of use to anybody.
    package var isUsefulFor: Duration {
        switch self {
        case .passwordReset: .seconds(2 * 3_600)
        case .invitation: .seconds(3 * 86_400)
        }
    }
}
