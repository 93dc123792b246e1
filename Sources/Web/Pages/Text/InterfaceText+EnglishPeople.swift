extension InterfaceText {
    /// What is said about passwords that were forgotten, invitations, members and mails.
    static func people(_ key: TextKey) -> String {
        switch key {
        case .membersTab: "Members"
        case .noticeSignIn: "Sign in"
        case .formExpired: "The form was open for too long. Please send it again."
        case .noAddress: "This is no address that mail can be sent to. Check it and try again."
        case .forgotTitle: "A new password"
        case .forgotWhat: "Give the address you sign in with. You get a mail with a link to set a new password."
        case .forgotButton: "Send the link"
        case .forgotThrottledOne: "Many mails were wanted from here. Wait {count} minute, then try again."
        case .forgotThrottledOther: "Many mails were wanted from here. Wait {count} minutes, then try again."
        case .resetSentTitle: "Look into your mail"
        case .resetSentWhat:
            "If somebody signs in with this address, a mail with a link is on its way. It arrives within a few "
                + "minutes, and the link works for 30 minutes, once."
        case .resetSentHint:
            "Nothing there? Look among unwanted mail, and check that this is the address you sign in with. An "
                + "address gets three such mails an hour at most; only the newest link works."
        case .resetTitle: "Set a new password"
        case .resetFor: "This is for whoever signs in as"
        case .resetButton: "Set the password"
        case .resetDoneTitle: "You have a new password"
        case .resetDoneWhat: "Everywhere you were signed in you are signed out. Sign in with the new password to go on."
        case .resetDoneHint:
            "If you did not want this, somebody else can read your mail: change the password of your mail first."
        case .resetDeadTitle: "This link does not work any more"
        case .resetDeadWhat:
            "A link for a new password works for 30 minutes and once, and only the newest one does. Nothing was "
                + "changed."
        case .resetDeadHint: "It also ends when the password or the address changes."
        case .resetDeadAgain: "Send a new link"
        case .invitationDeadTitle: "This invitation does not work any more"
        case .invitationDeadWhat: "It was used, withdrawn or mailed anew, or its seven days are over."
        case .invitationDeadHint:
            "If there is a newer mail, its link works. Otherwise ask whoever invited you to send it again."
        case .invitationTitle: "Join {company}"
        case .invitationWhy: "{inviter} invites you to {company} as {role}."
        case .invitationAccept: "Join"
        case .invitationSignIn: "Sign in first, as"
        case .invitationNew: "You will sign in as"
        case .invitationName: "Your name"
        case .invitationAgain: "The password again"
        case .invitationJoin: "Join"
        case .invitationNoName: "Please give a name of at most 100 characters. Nothing was changed."
        case .invitationOther:
            "You are signed in as {present}, and the invitation is for {email}. Sign out, then open the link in "
                + "the mail again."
        case .membersTitleOne: "{count} member"
        case .membersTitleOther: "{count} members"
        case .membersDidRole: "The role is changed. It holds from their next click on."
        case .membersDidRemove: "They are no member any more."
        case .membersDidInvite: "The invitation is on its way."
        case .membersDidWithdraw: "The invitation is withdrawn. Its link does not work any more."
        case .membersAlready: "Somebody with this address is a member already. Nothing was changed."
        case .membersOwnersOnly: "Only an owner of the company can make, change or remove owners. Nothing was changed."
        case .membersLastOwner: "The company needs an owner: make somebody else one first. Nothing was changed."
        case .membersTooMany:
            "This address, or your company, has had many invitations mailed within the hour. Try again later. "
                + "Nothing was changed."
        case .membersHeading: "Who is in the company"
        case .membersCaption: "Members with address, role and the moment of joining"
        case .membersName: "Name"
        case .membersEmail: "Email address"
        case .membersRole: "Role"
        case .membersJoined: "Joined"
        case .membersYou: "you"
        case .membersInvitations: "Who is invited"
        case .membersInvitationsCaption: "Open invitations with role and age"
        case .membersInvited: "Invited"
        case .membersOver: "over"
        case .membersActions: "Actions"
        case .membersResend: "Send again"
        case .membersWithdraw: "Withdraw"
        case .membersNoInvitations: "Nobody is invited right now."
        case .membersInvite: "Invite somebody"
        case .membersRoles:
            "Viewers read. Analysts read and decide. Admins also look after connections, members and jobs. Owners"
                + " do everything."
        case .membersInviteButton: "Send the invitation"
        case .memberTitle: "{name}, {role}"
        case .memberChange: "Change the role"
        case .memberRemoving: "End of membership"
        case .memberRemoveWhat:
            "They see nothing of the company from their next click on. What they did stays. You can invite them "
                + "again."
        case .memberRemove: "Remove from the company"
        case .outboxTitleNone: "No mail was written yet"
        case .outboxTitleOne: "{count} mail was written"
        case .outboxTitleOther: "{count} mails were written"
        case .outboxWhat:
            "There is no mail server, so mails are written into a folder. In production they would be sent."
        case .outboxCaption: "Mails with recipient and moment"
        case .outboxSubject: "Subject"
        case .outboxRecipient: "To"
        case .outboxWritten: "Written"
        case .outboxBack: "All mails"
        case .outboxBody: "The mail's text"
        case .outboxNoSubject: "A mail without a subject"
        case .mailGreeting: "Hello {name},"
        case .mailResetSubject: "A new password for Tidemark"
        case .mailResetWhy: "somebody wants to set a new password for your account. If it was you, open this link:"
        case .mailResetHow:
            "It works for 30 minutes and once. If you have several such mails, only the link in the newest one "
                + "works. Setting a new password signs you out everywhere."
        case .mailResetNotYou: "If it was not you, do nothing: your password stays as it is."
        case .mailInvitationSubject: "{company} invites you to Tidemark"
        case .mailInvitationWhy:
            "{inviter} invites you to join {company} on Tidemark as {role}. Open this link to join:"
        case .mailInvitationHow:
            "It works for seven days and once. If you have several such mails, only the link in the newest one "
                + "works."
        case .mailInvitationNotYou: "If you do not know what this is about, do nothing."
        case .mailFoot: "This mail was sent by {site}. Answers are read by nobody."
        default: signUp(key)
        }
    }

    /// What is said to somebody who makes a company.
    private static func signUp(_ key: TextKey) -> String {
        switch key {
        case .signUpTitle: "A company of your own"
        case .signUpCompany: "Name of the company"
        case .signUpWhat: "You get a mail with a link that confirms the address. Nothing is made before that."
        case .signUpButton: "Send the link"
        case .signUpLink: "Make a company of your own"
        case .signUpNoCompany: "Please give the company a name of at most 100 characters. Nothing was changed."
        case .signUpSentWhat:
            "A mail is on its way to the address you gave. The link in it confirms that the address is yours; it "
                + "works for 24 hours."
        case .signUpSentHint:
            "Nothing there within a few minutes? Look among unwanted mail, and check the address. An address gets"
                + " three such mails an hour at most."
        case .signUpDeadWhat:
            "A link that confirms an address works for 24 hours, once, and only the newest of one wish does. "
                + "Nothing was made."
        case .signUpDeadHint: "If you confirmed already, sign in."
        case .signUpAgain: "Begin anew"
        case .signUpConfirmTitle: "Make {company}"
        case .signUpConfirmWhat:
            "Give the password you chose, so that nobody else can make this company with your address. You will "
                + "sign in as"
        case .signUpConfirmButton: "Make the company"
        case .signUpWrong:
            "This is not the password that was chosen with this link. If somebody else gave your address, begin "
                + "anew yourself."
        case .mailSignUpSubject: "Confirm your address for Tidemark"
        case .mailSignUpWhy:
            "Somebody gave this address to make a company on Tidemark. If it was you, open this link and give the"
                + " password you chose:"
        case .mailSignUpHow: "It works for 24 hours and once."
        case .mailSignUpNotYou: "If it was not you, do nothing: nothing is made."
        case .mailKnownSubject: "You have an account on Tidemark already"
        case .mailKnownWhy:
            "Somebody gave this address to make a company on Tidemark. You have an account with it already; sign "
                + "in here:"
        case .mailKnownHow: "If you forgot the password, you can set a new one here:"
        default: email(key)
        }
    }
}
