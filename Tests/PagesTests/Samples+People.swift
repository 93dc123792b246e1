import Pages
import Routes

/// Forgotten passwords, invitations, members and mails.
extension Samples {
    static func peoplePages(_ word: String) -> [any Page] {
        let frame = frame(word)
        let here = MemberLine(id: word, name: word, email: word, role: word, joined: now, isSelf: true, frame: frame)
        let there = MemberLine(id: "", name: word, email: word, role: word, joined: now, isSelf: false, frame: frame)
        let open = InvitationLine(id: word, email: word, role: word, invited: now, isOver: false, frame: frame)
        let over = InvitationLine(id: word, email: word, role: word, invited: now, isOver: true, frame: frame)
        let roles = [FilterOption(value: word, label: word)]
        let ways: [InvitationPage.Way] = [
            .accept, .signIn, .join(name: word, .noName), .join(name: "", nil), .other(email: word, csrf: word),
        ]
        var values = SignUpPage.Values()
        (values.company, values.name, values.email) = (word, word, word)
        return [
            SignUpPage(assets: assets, csrf: word),
            SignUpPage(assets: assets, csrf: word, values: values, problem: .account(.noName)),
            ConfirmSignUpPage(assets: assets, csrf: word, company: word, email: word),
            ConfirmSignUpPage(assets: assets, csrf: word, company: word, email: word, problem: .wrong),
            SignInPage(assets: assets, csrf: word, allowsSignUp: false),
            EmailPage(frame: frame, email: word, pending: nil, typed: word, problem: .throttled(seconds: 61)),
            EmailPage(frame: frame, email: word, pending: nil, problem: .same),
            EmailPage(
                frame: frame, email: word,
                pending: .init(wanted: word, presentConfirmed: true, wantedConfirmed: false, ends: now)),
            ConfirmEmailPage(assets: assets, csrf: word, present: word, wanted: word, isForWanted: true),
            ConfirmEmailPage(assets: assets, csrf: word, present: word, wanted: word, isForWanted: false),
        ] + NoticePage.Subject.allCases.map { NoticePage($0, assets: assets) }
            + [
                ForgotPage(assets: assets, csrf: word), NewPasswordPage(assets: assets, csrf: word, email: word),
                ForgotPage(assets: assets, csrf: word, email: word, problem: .throttled(seconds: 61)),
                NewPasswordPage(assets: assets, csrf: word, email: word, problem: .expired),
                MembersPage(
                    frame: frame, note: .invited, problem: .noAddress, members: [here, there],
                    invitations: [open, over], roles: roles, email: word),
                MembersPage(frame: frame, members: [here], invitations: [], roles: []),
                MemberPage(
                    frame: frame, id: word, name: word, email: word, role: word, roles: roles, problem: .lastOwner),
                MemberPage(frame: frame, id: word, name: word, email: word, role: word, roles: []),
                OutboxPage(frame: frame, mails: []),
                OutboxPage(
                    frame: frame,
                    mails: [OutboxLine(id: word, subject: word, recipient: word, written: now, frame: frame)]),
                OutboxMailPage(frame: frame, subject: word, recipient: word, written: now, body: word),
            ]
            + ways.map { way in
                InvitationPage(
                    assets: assets, csrf: word, company: word, email: word, role: word, inviter: word, way: way)
            }
    }
}
