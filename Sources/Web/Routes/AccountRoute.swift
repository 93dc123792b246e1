/// A person's own account.
package enum AccountRoute: Route {
    /// Companies and browsers.
    case index(AccountNote? = nil)
    /// Goes on in another company (POST only).
    case company
    /// The companies to choose from, for somebody who is in none.
    case chooser
    /// Ends other sessions (POST only).
    case sessions
    /// The form for a new password (GET) and its submission (POST).
    case password
    /// The address one signs in with: what waits and the form for another one (GET), and its submission (POST).
    case email
    /// Takes back the wish for another address (POST only).
    case withdrawEmail
    /// The second factor: how it stands (GET), and beginning to set one up (POST).
    case secondFactor
    /// The first code, which turns it on (POST only).
    case secondFactorCode
    /// New recovery codes (POST only).
    case recoveryCodes
    /// Turning it off (POST only).
    case secondFactorOff
    /// Proving again who one is. `next` is where to go afterwards.
    case confirm(next: Link)

    package enum Pattern: String, CaseIterable, Sendable {
        case index = "/account"
        case company = "/account/company"
        case chooser = "/account/companies"
        case sessions = "/account/sessions"
        case password = "/account/password"
        case email = "/account/email"
        case withdrawEmail = "/account/email/withdraw"
        case secondFactor = "/account/second-factor"
        case secondFactorCode = "/account/second-factor/code"
        case recoveryCodes = "/account/second-factor/recovery-codes"
        case secondFactorOff = "/account/second-factor/off"
        case confirm = "/account/confirm"
    }

    package static let noteItem = "done"

    package var pattern: Pattern {
        switch self {
        case .index: .index
        case .company: .company
        case .chooser: .chooser
        case .sessions: .sessions
        case .password: .password
        case .email: .email
        case .withdrawEmail: .withdrawEmail
        case .secondFactor: .secondFactor
        case .secondFactorCode: .secondFactorCode
        case .recoveryCodes: .recoveryCodes
        case .secondFactorOff: .secondFactorOff
        case .confirm: .confirm
        }
    }

    package var link: Link {
        switch self {
        case .index(let note?):
            Link(trusted: "\(Pattern.index.rawValue)?\(Self.noteItem)=\(note.rawValue)")
        case .confirm(let next) where next != HomeRoute.dashboard.link:
            Link(
                trusted:
                    "\(Pattern.confirm.rawValue)?\(SessionRoute.nextParameter)=\(PercentEncoding.encode(next.text))")
        case .index, .company, .chooser, .sessions, .password, .email, .withdrawEmail, .secondFactor, .secondFactorCode,
            .recoveryCodes,
            .secondFactorOff, .confirm:
            Link(trusted: pattern.rawValue)
        }
    }
}
