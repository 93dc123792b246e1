extension InterfaceText {
    /// What is said about another address to sign in with.
    static func email(_ key: TextKey) -> String {
        switch key {
        case .emailTitle: "The address you sign in with"
        case .emailChange: "Change the address"
        case .emailWaits: "A change to {email} waits to be confirmed"
        case .emailWaitsWhat:
            "A mail with a link went to each of the two addresses. The change holds once both links were used; until "
                + "then you sign in as before."
        case .emailWaitsCaption: "The two addresses and whether they have confirmed"
        case .emailState: "State"
        case .emailConfirmed: "confirmed"
        case .emailNotYet: "not confirmed yet"
        case .emailEnds: "The links work until"
        case .emailWithdraw: "Keep the present address"
        case .emailOther: "Another address"
        case .emailNew: "New email address"
        case .emailRules:
            "Both the present and the new address must confirm. If you cannot read the mail of the present one any more, "
                + "ask an owner of your company to invite the new address instead."
        case .emailButton: "Send both mails"
        case .emailSame: "This is the address you sign in with already. Nothing was changed."
        case .emailStays: "The address stays as it is. The links in the mails do not work any more."
        case .emailConfirmTitle: "Confirm the change of address"
        case .emailConfirmNew: "The account of {present} is to be signed in to as {wanted} from now on."
        case .emailConfirmOld:
            "Your account, {present}, is to be signed in to as {wanted} from now on. Mails for a new password go there "
                + "then, too."
        case .emailConfirmButton: "Confirm"
        case .emailConfirmNotYou: "If you did not want this, do not confirm: nothing changes then."
        case .emailWaitingTitle: "One address has confirmed"
        case .emailWaitingWhat: "Now open the link in the mail to the other address. Until then nothing changes."
        case .emailWaitingHint: "The links work for 24 hours."
        case .emailChangedTitle: "The address is changed"
        case .emailChangedWhat: "From now on you sign in with the new address. You stay signed in where you are."
        case .emailChangedHint: "Your password and your second factor are as before."
        case .emailDeadWhat:
            "A link that confirms a change of address works for 24 hours, and only the newest one does. Nothing was "
                + "changed."
        case .emailDeadHint: "It also ends when the change is taken back, or when somebody has the new address by now."
        case .emailGoOn: "To your account"
        case .mailEmailOldSubject: "Somebody wants to change the address of your Tidemark account"
        case .mailEmailOldWhy:
            "your account is to be signed in to as {wanted} instead of {present}. If you want that, open this link:"
        case .mailEmailOldNotYou:
            "If you do not want it, do not open the link: the address stays as it is. Somebody is signed in as you, "
                + "then: change your password and end the other browsers in your account."
        case .mailEmailNewSubject: "Confirm your new address for Tidemark"
        case .mailEmailNewWhy:
            "The account of {present} is to be signed in to with this address. If you want that, open this link:"
        case .mailEmailNewNotYou: "If you do not know what this is about, do nothing: nothing changes."
        case .mailEmailHow: "It works for 24 hours. The change holds once both addresses have confirmed."
        case .mailTakenSubject: "Somebody wants to use your address for a Tidemark account"
        case .mailTakenWhy:
            "The account of {present} was to be signed in to with this address. You have an account with it already, so "
                + "nothing changes."
        case .mailTakenNotYou:
            "If it was you: an address belongs to one account. You can be in several companies with it."
        case .areaEmail: "addresses"
        case .actEmailRequested: "Wanted to sign in with another address"
        case .actEmailConfirmed: "Confirmed a change of address"
        case .actEmailChanged: "Changed the address they sign in with"
        case .actEmailWithdrawn: "Took back a change of address"
        default: sources(key)
        }
    }
}
