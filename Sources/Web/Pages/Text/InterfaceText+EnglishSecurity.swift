extension InterfaceText {
    /// What stands on the pages of the second factor.
    static func security(_ key: TextKey) -> String {
        switch key {
        case .signInCodeTitle: "One more step"
        case .signInCodeWhat: "Your password was right. Now the code that your authenticator app shows."
        case .signInCodeHelp: "Without the app, type one of your recovery codes instead. Each of them works once."
        case .signInCodeBack: "Sign in as somebody else"
        case .signInCodeWrong: "This code is wrong or was used already. Type the one the app shows now."
        case .signInCodeThrottledOne:
            "Too many codes. Wait {count} minute, then try again, or use a recovery code; your account is not locked."
        case .signInCodeThrottledOther:
            "Too many codes. Wait {count} minutes, then try again, or use a recovery code; your account is not locked."
        case .accountWrongProof:
            "Password and code are not both right, or the code was used already. Nothing was changed; wait for "
                + "the next code."
        case .accountDidFactorOff: "Your second factor is off. Everywhere else you are signed out."
        case .accountFactor: "Second factor"
        case .accountFactorOn: "Signing in takes your password and a code."
        case .accountFactorOff: "Signing in takes your password alone."
        case .accountSecurity: "What your company demands of its members"
        case .factorTitleOff: "Your password alone protects this account"
        case .factorTitleSetUp: "Set up your authenticator app"
        case .factorTitleOn: "Password and code protect this account"
        case .factorDemanded:
            "{company} wants its members to sign in with a second factor. Set yours up to go on."
        case .factorEnded: "That took longer than ten minutes, or was begun elsewhere. Begin again."
        case .factorWhat:
            "With a second factor, somebody who knows your password still cannot sign in: they also need the "
                + "code that an app on your phone shows. Any authenticator app will do."
        case .factorBegin: "Set up a second factor"
        case .factorScan: "First: tell the app"
        case .factorScanWhat: "Scan this picture with the authenticator app."
        case .factorPicture: "QR code for an authenticator app"
        case .factorApp: "Open the app on this device"
        case .factorByHand:
            "Or type this key into the app (time based, 6 digits). It is not shown again once the second factor is on."
        case .factorFirst: "Then: type the code it shows"
        case .factorCode: "Code"
        case .factorTurnOn: "Turn it on"
        case .factorRestart: "Begin again with another key"
        case .factorWrong:
            "This is not the code of this key right now. Nothing was changed; see that the clock of your phone "
                + "is right."
        case .factorSince: "On since {moment}."
        case .factorCodesOne: "{count} recovery code is left."
        case .factorCodesOther: "{count} recovery codes are left."
        case .factorOffHeading: "Turn it off"
        case .factorOffWhat: "Takes your password and a code. Everywhere else you will be signed out."
        case .factorTurnOff: "Turn the second factor off"
        case .codesTitle: "Keep these recovery codes"
        case .codesTurnedOn: "Your second factor is on. Everywhere else you are signed out."
        case .codesReplaced: "These codes are in the place of those you had, which work no more."
        case .codesOnce:
            "Each lets you in once if you lose your phone. They are shown now and never again: print them, or "
                + "put them into a password manager."
        case .codesKept: "I have kept them; go on"
        case .codesHeading: "Recovery codes"
        case .codesWhat: "Each lets you in once without the app."
        case .codesRenew: "Make ten new codes in their place"
        case .securityTitleOn: "Members need a second factor"
        case .securityTitleOff: "Members may sign in with their password alone"
        case .securitySaved: "That holds from everybody's next click on."
        case .securityWhat:
            "When it is demanded, members without a second factor set one up before they see anything of the "
                + "company. Nobody is locked out: it takes a phone and two minutes."
        case .securityCounts: "Of {members} members, {secured} have a second factor."
        case .securityTurnOn: "Demand a second factor"
        case .securityTab: "Signing in"
        case .securityTurnOff: "Demand it no more"
        default: tokens(key)
        }
    }
}
