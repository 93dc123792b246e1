extension InterfaceText {
    /// What stands on a person's own pages.
    static func account(_ key: TextKey) -> String {
        switch key {
        case .accountTitleOne: "You are signed in with {count} browser"
        case .accountTitleOther: "You are signed in with {count} browsers"
        case .accountDidEnd: "They are signed out."
        case .accountDidPassword: "You have a new password. Everywhere else you are signed out."
        case .accountDidCompany: "You are at work in {company} now."
        case .accountNoAgent: "A program that does not say what it is"
        case .accountWrong: "This is not your present password. Nothing was changed."
        case .accountDifferent: "The two new passwords differ. Nothing was changed."
        case .accountTooShort: "A password has {count} characters or more. Nothing was changed."
        case .accountTooLong: "A password has {count} bytes at most. Nothing was changed."
        case .accountGuessable:
            "This password would be guessed: it is common, or made of your name, address or company. Nothing was changed."
        case .accountBrowsers: "Where you are signed in"
        case .accountCaption: "Browsers with the moment of signing in and of last use"
        case .accountBrowser: "Browser"
        case .accountSignedIn: "Signed in"
        case .accountSeen: "Last used"
        case .accountEnd: "Sign out there"
        case .accountEndAll: "Sign out everywhere else"
        case .accountThis: "this browser"
        case .accountCompanies: "Your companies"
        case .accountHere: "you are here"
        case .accountGo: "Go there"
        case .accountPassword: "Address and password"
        case .accountAddress: "You sign in as"
        case .accountChange: "Change your password"
        case .accountPasswordTitle: "Change your password"
        case .accountPresent: "Your present password"
        case .accountNew: "The new one"
        case .accountAgain: "The new one again"
        case .accountRules:
            "12 characters or more. A few words that do not belong together are good, and so is what a password manager makes."
        case .confirmTitle: "Please say again who you are"
        case .confirmWhy:
            "What comes next matters, and it is a quarter of an hour or more since you last gave your password."
        case .confirmButton: "Go on"
        case .chooserTitle: "Choose a company"
        case .chooserTitleNone: "You are in no company"
        case .chooserWhy: "You are no member any more of the company you were in."
        case .chooserNone:
            "You are no member of any company any more. Somebody who is an owner or admin of one can let you in again."
        case .roleViewer: "viewer"
        case .roleAnalyst: "analyst"
        case .roleAdmin: "admin"
        case .roleOwner: "owner"
        default: company(key)
        }
    }
}
