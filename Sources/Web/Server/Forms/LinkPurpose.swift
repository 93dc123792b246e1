/// What a link in a mail is for. The token of each is kept by the browser on its own, so that opening one does not end another.
enum LinkPurpose: String, CaseIterable, Sendable {
    case passwordReset = "reset"
    case invitation
    case signUp = "sign-up"
    case emailChange = "email-change"

    /// How long the browser keeps it, in seconds; the database decides how long it works.
    var lifetime: Int {
        switch self {
        case .passwordReset: 1_800
        case .invitation: 7 * 86_400
        case .signUp, .emailChange: 86_400
        }
    }
}
